/** The anchor of Adobe's progress on the page. */
export const AT_ADOBE = 'at-adobe';
