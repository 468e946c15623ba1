extension Stylesheet {
    /// Paper: white, A4 or Letter, heads repeated, rows and tiles whole, everything that is folded open.
    static let paper = """
        @page{margin:16mm 14mm 18mm;font:8pt "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;\
        @bottom-right{content:counter(page) " / " counter(pages)}}
        @media print{
        :root{color-scheme:light;\(PageColors.light);--paper:#fff}
        html{font-size:12px}
        body{font-size:9.5pt;line-height:1.4;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .page{display:block;max-width:none;padding:0}
        .skip,.contents,.link,.others,.tip{display:none}
        a{color:inherit;text-decoration:none}
        h1{font-size:19pt}
        h2{font-size:14pt}
        h3{font-size:11.5pt}
        .head{margin:1.5rem 0 .6rem}
        .head,caption,.caption,.fold>summary{break-after:avoid}
        .tile,.plot,.notice,.checks,.changes,tr,.about dl div,.table:not(:has(tbody tr:nth-child(16))){break-inside:avoid}
        thead{display:table-header-group}
        tfoot{display:table-row-group}
        .tiles{grid-template-columns:repeat(5,1fr);gap:.8rem 1rem}
        .big{font-size:14pt}
        .scroll,.plot,.rows .scroll{overflow:visible;max-height:none}
        .data tr>:first-child,.tall thead th,.tall tfoot>tr>*,.rows .scroll thead th{position:static}
        .plot .wide,.plot .only{display:block;min-width:0;max-height:85mm}
        .plot .narrow{display:none}
        table{font-size:8pt;min-width:0}
        th,td{padding:.2rem .35rem;white-space:normal}
        td,.d{white-space:nowrap}
        td.t{white-space:normal}
        .long{min-width:0}
        details::details-content{content-visibility:visible}
        summary{list-style:none;color:inherit}
        summary::-webkit-details-marker{display:none}
        .rows.long{display:none}
        p{orphans:3;widows:3}
        }
        """
}
