extension Stylesheet {
    /// Charts: one drawing for a wide page, one for a narrow one; their data, and what a script shows of them.
    static let charts = """
        .plot svg{display:block;width:100%;height:auto}
        .plot .only{min-width:40rem}
        .plot .narrow{display:none;max-width:32rem}
        .rows{margin-top:.4rem;font-size:.82rem}
        .rows .scroll{max-height:26rem;overflow:auto;margin-top:.4rem}
        .rows .scroll thead th{position:sticky;top:0;background:var(--paper);z-index:1}
        .rows caption{font-size:.82rem;color:var(--soft)}
        .rows .data{min-width:min(100%,24rem)}
        .tip{position:absolute;z-index:2;pointer-events:none;max-width:18rem;padding:.35rem .6rem;border-radius:3px;\
        background:var(--ink);color:var(--paper);font-size:.8rem;line-height:1.4;font-variant-numeric:tabular-nums}
        .tip i{font-style:normal}
        .tip b,.tip span{display:flex;justify-content:space-between;gap:1rem}
        @media(max-width:48rem){
        .plot .wide{display:none}
        .plot .narrow{display:block}
        }
        """
}
