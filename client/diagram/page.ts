/** What stands in the page of a diagram before it is drawn. */
export const diagramBody = `<header id="bar" role="toolbar" aria-label="What the diagram shows" hidden>
<label>Lines show <select id="protection"></select></label>
<label>Where applies <select id="show"></select></label>
<label>Who reads <select id="readers"></select></label>
<label>Walk through <select id="walks"></select></label>
<label><input type="checkbox" id="flows"> Flows</label>
<span id="searching"><input id="search" type="search" placeholder="Search" role="combobox" aria-label="Search an element" aria-expanded="false" aria-controls="hits" aria-autocomplete="list" autocomplete="off" spellcheck="false"><span id="hits" role="listbox" aria-label="Elements that were found" hidden></span></span>
<button id="unfold" title="Opens and closes zones as they were at first" hidden>All zones as at first</button>
<span class="together">
<button id="smaller" title="Smaller (-)" aria-label="Smaller">−</button>
<output id="zoom" aria-label="Size"></output>
<button id="larger" title="Larger (+)" aria-label="Larger">+</button>
<button id="fit" title="As wide as the view (0)">Fit</button>
<button id="save" aria-label="Save as SVG" title="Save as SVG">SVG…</button>
<button id="paint" aria-label="Save as PNG" title="Save as PNG">PNG…</button>
</span>
</header>
<section id="walk" tabindex="-1" role="group" aria-label="Walk. Arrow keys go on and back, Escape ends it." hidden>
<span class="together"><button id="walk-back" aria-label="Back" title="Back (←)">‹</button><output id="walk-at"></output><button id="walk-on" aria-label="On" title="On (→)">›</button><button id="walk-end">End</button></span>
<div id="walk-slide" role="status"><h1 id="walk-title"></h1><p id="walk-said"></p><div id="walk-lines"></div></div>
</section>
<main id="sheet" tabindex="0" role="region" aria-label="Diagram. Plus, minus and zero change its size, arrow keys move it, Tab goes from element to element, Enter to its text; signs on boxes open and close them. The same is said as text by the outline and by the command Meterlint: Show Findings."></main>
<p id="words" role="status"></p>`;
