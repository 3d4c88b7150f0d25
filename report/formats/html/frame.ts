import { html, type Markup } from './markup.js';
import { style } from './style.js';

// Nothing is fetched and nothing runs, whatever a text of the design holds.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A whole page around what it tells. */
export function pageAround(title: string, body: Markup, version: string): string {
  const page = html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <main>${body}</main>
        <footer>
          <p class="note">
            Reviewed with Meterlint ${version}. The review sees what the design says; a review without findings does not show that a system
            is secure, or that it conforms to a standard.
          </p>
        </footer>
      </body>
    </html> `;
  return page.markup;
}
