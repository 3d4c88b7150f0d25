/** What stands in the page of a table before it is told. */
export const tableBody = `<div id="bar" role="group" aria-label="What the table shows" hidden>
<label><span id="of-rows"></span> <input id="rows" type="search" placeholder="all" spellcheck="false"></label>
<label id="of-columns">Elements with <input id="columns" type="search" placeholder="all" spellcheck="false"></label>
<label>State <select id="state"></select></label>
<span id="left" role="status"></span>
<button id="export">Export as CSV…</button>
</div>
<p id="note"></p>
<p id="words" role="status"></p>
<main><div id="grid" role="grid" tabindex="0" aria-readonly="true" aria-label="Arrow keys go from cell to cell, Enter goes to its text. Why it is so is said below."></div></main>
<section id="why" aria-label="Why" aria-live="polite"></section>`;
