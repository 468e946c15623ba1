extension PageScript {
    /// Tables sorted by a click on a head: up, down, and back to the report's own order.
    ///
    /// What is compared is what is shown, whose grammar is that of ``ValueFormat``: `-$1,234.50`, `12.5%`, `+0.25`.
    /// Cells without a value stay last in either direction.
    static let tables = """
        function key(cell){
        var text=cell.textContent.trim(),number=/^[-+]?\\$?[\\d,]+(\\.\\d+)?%?$/.test(text);
        if(text==""||text.charAt(0)=="–")return null;
        return number?parseFloat(text.replace(/[$,%+]/g,"")):text;
        }
        function compare(a,b){
        if(typeof a==typeof b)return a<b?-1:a>b?1:0;
        return typeof a=="number"?-1:1;
        }
        document.querySelectorAll(".table .data").forEach(function(table){
        var body=table.tBodies[0],own=Array.from(body.rows);
        if(own.length<3)return;
        Array.from(table.tHead.rows[0].cells).forEach(function(head,column){
        var button=document.createElement("button");
        button.type="button";button.textContent=head.textContent;
        head.textContent="";head.appendChild(button);
        button.addEventListener("click",function(){
        var next={ascending:"descending",descending:""}[head.getAttribute("aria-sort")];
        if(next===undefined)next="ascending";
        table.querySelectorAll("[aria-sort]").forEach(function(other){other.removeAttribute("aria-sort")});
        var rows=own.slice(),sign=next=="descending"?-1:1;
        if(next){
        head.setAttribute("aria-sort",next);
        rows.sort(function(a,b){
        var first=key(a.cells[column]),second=key(b.cells[column]);
        if(first===null||second===null)return (first===null)-(second===null);
        return sign*compare(first,second);
        });
        }
        rows.forEach(function(row){body.appendChild(row)});
        });
        });
        });
        """
}
