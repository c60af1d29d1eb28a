-- States and observations, packed with a dictionary that the program has (`packedJson.ts`). `state` is `{"planVersion":…,"packed":true}` then, which a program
-- of an earlier plan version refuses; anything else in it is the state itself. `npm run show-run` prints a state.
ALTER TABLE run ADD COLUMN packed_state bytea;
-- In the row: what is out of line is written in more records, and needs an index.
ALTER TABLE run ALTER COLUMN packed_state SET STORAGE MAIN;
-- Where `observation` is null.
ALTER TABLE step_look ADD COLUMN packed bytea;
ALTER TABLE step_look ALTER COLUMN packed SET STORAGE MAIN;
