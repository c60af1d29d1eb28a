/** Loads the demo's organizations in every state of a run; `npm start` waits for it. */
import { DEMO_CUSTOMERS } from './demo/customers.ts';
import { loadCustomers } from './demo/loadCustomers.ts';

await loadCustomers(DEMO_CUSTOMERS);
