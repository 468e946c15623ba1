extension PageScript {
    /// Values of charts: those of the mark under the pointer, or of the one that arrow keys lead to. A long chart gets
    /// a band for every row of its data.
    static let charts = """
        document.querySelectorAll(".chart").forEach(function(chart){
        var plot=chart.querySelector(".plot"),svg=plot.querySelector(".wide,.only"),at=-1;
        var tip=document.createElement("div");
        tip.className="tip";tip.setAttribute("role","status");tip.hidden=true;chart.appendChild(tip);
        if(svg.dataset.bands)refine(svg,chart.querySelectorAll("tbody tr"),chart.querySelectorAll("thead th"));
        var marks=Array.from(svg.querySelectorAll("title"),function(title){
        var mark=title.parentNode;mark.words=title.textContent;title.remove();return mark;
        });
        function show(index){
        if(marks[at])marks[at].classList.remove("at");
        at=index;
        var mark=marks[at];
        tip.hidden=!mark;
        if(!mark)return;
        mark.classList.add("at");
        tip.textContent="";
        mark.words.split("\\n").forEach(function(line,number){
        var row=tip.appendChild(document.createElement(number?"span":"b")),cut=line.lastIndexOf(": ");
        if(number&&cut>0){
        row.append(line.slice(0,cut));
        row.appendChild(document.createElement("i")).textContent=line.slice(cut+2);
        }else row.append(line);
        });
        var box=mark.getBoundingClientRect(),frame=chart.getBoundingClientRect();
        var x=box.left-frame.left+box.width/2;
        tip.style.left=Math.max(0,Math.min(x<frame.width/2?x+12:x-12-tip.offsetWidth,frame.width-tip.offsetWidth))+"px";
        tip.style.top=Math.max(0,box.top-frame.top+Math.min(box.height/2,12))+"px";
        }
        svg.addEventListener("pointermove",function(event){show(marks.indexOf(event.target))});
        svg.addEventListener("pointerleave",function(){show(-1)});
        plot.addEventListener("blur",function(){show(-1)});
        plot.addEventListener("keydown",function(event){
        var last=marks.length-1,step={ArrowRight:at+1,ArrowLeft:at<0?last:at-1,Home:0,End:last,Escape:-1}[event.key];
        if(step===undefined||!marks.length||!svg.getBoundingClientRect().width)return;
        event.preventDefault();
        show(event.key=="Escape"?-1:Math.max(0,Math.min(step,last)));
        });
        });
        function refine(svg,rows,heads){
        var bands=svg.dataset.bands.split(" ").map(Number),name="http://www.w3.org/2000/svg";
        var days=Array.from(rows,function(row){return Date.parse(row.cells[0].textContent)});
        var even=days.some(isNaN),low=Math.min.apply(null,days),high=Math.max.apply(null,days);
        var places=days.map(function(day,index){
        var share=even?index/(days.length-1):(day-low)/(high-low);
        return bands[0]+share*(bands[1]-bands[0]);
        });
        svg.querySelectorAll(".ch").forEach(function(band){band.remove()});
        places.forEach(function(place,index){
        var before=index?(places[index-1]+place)/2:place-2,after=index<places.length-1?(place+places[index+1])/2:place+2;
        var band=svg.appendChild(document.createElementNS(name,"path"));
        band.setAttribute("class","ch");
        band.setAttribute("d","M"+before+","+bands[2]+"H"+after+"v"+bands[3]+"H"+before+"z");
        band.appendChild(document.createElementNS(name,"title")).textContent=
        Array.from(rows[index].cells,function(cell,column){
        return (column?heads[column].textContent+": ":"")+cell.textContent;
        }).join("\\n");
        });
        }
        """
}
