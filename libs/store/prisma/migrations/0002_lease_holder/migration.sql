-- Who holds a lease: a worker that was killed and started again takes back its own work at once, without waiting for the lease to run out.
ALTER TABLE effect ADD COLUMN lease_holder text;
