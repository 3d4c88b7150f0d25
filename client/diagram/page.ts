/** What stands in the page of a diagram before it is drawn. */
export const diagramBody = `<header id="bar" role="toolbar" aria-label="What the diagram shows" hidden>
<label>Lines show <select id="protection"></select></label>
<label>Where applies <select id="show"></select></label>
<label>Who reads <select id="readers"></select></label>
<label><input type="checkbox" id="flows"> Flows</label>
<span class="together">
<button id="smaller" title="Smaller (-)" aria-label="Smaller">−</button>
<output id="zoom" aria-label="Size"></output>
<button id="larger" title="Larger (+)" aria-label="Larger">+</button>
<button id="fit" title="As wide as the view (0)">Fit</button>
<button id="save">Save as SVG…</button>
</span>
</header>
<main id="sheet" tabindex="0" role="region" aria-label="Diagram. Plus, minus and zero change its size, arrow keys move it, Tab goes from element to element, Enter to its text. The same is said as text by the outline and by the command Meterlint: Show Findings."></main>
<p id="words" role="status"></p>`;
