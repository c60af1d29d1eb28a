-- When the last entry of a chain was written by the database's clock, whatever instant the entry bears: an entry of a process whose clock was ahead is
-- followed at half the pace of time until the present is reached. It holds for the entry `written_seq` alone, since earlier versions do not write it.
ALTER TABLE chain_head ADD COLUMN written_at timestamptz(3), ADD COLUMN written_seq bigint;
