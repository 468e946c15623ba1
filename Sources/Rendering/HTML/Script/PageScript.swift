/// The one script of every page. It helps and is not needed: values of charts by pointer and arrow keys, tables sorted
/// by a click on a head, boxes that need no scrolling left out of the keyboard's way, and what an address names or a
/// printer needs opened.
///
/// It reads nothing but the page, stores nothing, and asks nobody: the page's policy would not let it.
enum PageScript {
    /// The script.
    static let text = """
        (function(){"use strict";
        \(charts)
        \(tables)
        \(folds)
        })();
        """

    /// Opens what an address names or paper needs; leaves boxes that do not scroll out of the keyboard's way.
    private static let folds = """
        function reveal(){
        var place=location.hash&&document.getElementById(decodeURIComponent(location.hash.slice(1)));
        for(var at=place;at;at=at.parentElement)if(at.tagName=="DETAILS"&&!at.open){at.open=true;place.scrollIntoView()}
        }
        addEventListener("hashchange",reveal);reveal();
        addEventListener("beforeprint",function(){
        document.querySelectorAll("details:not(.long)").forEach(function(fold){fold.open=true});
        });
        function boxes(){
        document.querySelectorAll(".scroll").forEach(function(box){
        if(box.clientWidth==0)return;
        if(box.scrollWidth>box.clientWidth||box.scrollHeight>box.clientHeight)box.tabIndex=0;
        else box.removeAttribute("tabindex");
        });
        }
        addEventListener("resize",boxes);
        document.addEventListener("toggle",boxes,true);
        boxes();
        """
}
