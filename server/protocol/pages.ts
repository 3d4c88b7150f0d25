// What client and server say to each other about pages. Plain shapes, as in `protocol.ts`.

/** Shows the page of a name. Takes the name. */
export const showPageCommand = 'meterlint.showPage';

/** Goes to a place of a text from a page. Takes a `PlainPlace`. */
export const goToPlaceCommand = 'meterlint.goToPlace';

/** The page of a name of the catalogue, or of a code. Takes `PageParams`; answers with a `ShownPage`, or null. */
export const pageRequest = 'meterlint/page';

/** The page of how long the last review took: no name of the catalogue holds a blank. */
export const timingsName = 'Last Review';

/** The page of the general model of metering services. */
export const servicesName = 'General Model of Services';

/** Shows that page. */
export const showServicesCommand = 'meterlint.showServices';

/** Shows the page of how long the last review took. */
export const showTimingsCommand = 'meterlint.showTimings';

export interface PageParams {
  readonly name: string;
}

export interface ShownPage {
  readonly title: string;
  /** HTML of the body: no script, no style, links to other pages and to texts as commands. */
  readonly body: string;
}
