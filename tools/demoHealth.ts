/** Loads the demo's organizations whose keys are not healthy, once people can already sign in. */
import { UNHEALTHY_CUSTOMERS } from './demo/customers.ts';
import { loadCustomers } from './demo/loadCustomers.ts';

await loadCustomers(UNHEALTHY_CUSTOMERS);
