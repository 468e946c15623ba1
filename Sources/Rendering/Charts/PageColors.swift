/// Colours as CSS variables, for a light and a dark ground.
///
/// Words keep a contrast of 4.5 : 1 to what they stand on and chart lines one of 3 : 1 in both schemes (WCAG 2.2, 1.4.3
/// and 1.4.11). The six series differ for people who confuse red and green (after Okabe and Ito, 2008), and so do
/// the blue and the red of heat-maps.
enum PageColors {
    /// On a light ground.
    static let light = """
        --paper:#fdfcfa;--wash:#f5f3ee;--ink:#1b2129;--soft:#59606a;--line:#e3e0d8;--rule:#8c8b85;--edge:#0003;--accent:#1a5276;\
        --s0:#1c5d99;--s1:#b8541c;--s2:#15795b;--s3:#7d4fa3;--s4:#8a6d00;--s5:#5d6978;\
        --good:#0b6b43;--bad:#b3261e;--warn:#855300;--goodwash:#e6f3ec;--badwash:#fbeae8;--warnwash:#fbf2dd;\
        --p1:#e4eef6;--p2:#c2dbed;--p3:#97c1e0;--p4:#68a3cf;--n1:#fae7e2;--n2:#f5cbc1;--n3:#eda797;--n4:#e0806d
        """
    /// On a dark ground.
    static let dark = """
        --paper:#14181d;--wash:#1c2128;--ink:#e4e7ea;--soft:#a0a9b3;--line:#2c333b;--rule:#6c7783;--edge:#000a;--accent:#86bde9;\
        --s0:#6fb0ea;--s1:#f0935a;--s2:#4cc59b;--s3:#c19be6;--s4:#d9b93b;--s5:#a7b3c2;\
        --good:#5cc893;--bad:#ff8f83;--warn:#e3b455;--goodwash:#15302a;--badwash:#3a1f20;--warnwash:#332a17;\
        --p1:#19303f;--p2:#1b4460;--p3:#1d5880;--p4:#1f6590;--n1:#3b2322;--n2:#5a2c29;--n3:#7d3733;--n4:#9c443e
        """
}
