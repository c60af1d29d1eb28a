/**
 * Adobe: IMS and Experience Platform's customer-managed key endpoints behind the core's
 * `AdobePort`.
 */
export { createAdobeConnector } from './createAdobeConnector.ts';
export { createAdobeEventsConnector } from './createAdobeEventsConnector.ts';
