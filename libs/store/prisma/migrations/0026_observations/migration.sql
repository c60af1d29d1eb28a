-- What the last observation of a step found (facts and checks), apart from the state of the run since plan version 5: an event writes that of its
-- step and not that of all. Null where a program of an earlier plan version wrote the run: then it is in the state.
ALTER TABLE step_look ADD COLUMN observation json;
