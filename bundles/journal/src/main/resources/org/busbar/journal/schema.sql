-- The journal of a Busbar lab. Only the table event is written; all else is computed from it.
CREATE TABLE IF NOT EXISTS event (
  number  INTEGER PRIMARY KEY,
  time    TEXT NOT NULL,
  kind    TEXT NOT NULL,
  subject TEXT NOT NULL,
  body    TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS event_subject ON event (subject, number);
CREATE INDEX IF NOT EXISTS event_kind ON event (kind, number, subject);
-- Steps that did something to samples or stocks: few among many, and all of them are read at each start.
CREATE INDEX IF NOT EXISTS event_affecting ON event (number)
 WHERE kind = 'StepEnded' AND instr(body, '"effects":[{') > 0;

-- Views are made anew at each start, so that a changed one reaches a journal that is there already.
BEGIN;
DROP VIEW IF EXISTS run;
CREATE VIEW run AS
SELECT b.subject AS id, b.time AS begun, e.time AS ended,
       b.body ->> '$.begun.sequence.name' AS sequence, b.body ->> '$.begun.sequence.version' AS version,
       b.body ->> '$.begun.askedBy' AS asked_by, coalesce(e.body ->> '$.state', 'OPEN') AS state,
       e.body ->> '$.reason' AS reason, b.body -> '$.begun.inputs' AS inputs, e.body -> '$.outputs' AS outputs
  FROM event b LEFT JOIN event e ON e.subject = b.subject AND e.kind = 'RunEnded'
 WHERE b.kind = 'RunBegun';

DROP VIEW IF EXISTS step;
CREATE VIEW step AS
SELECT number, subject AS run, body ->> '$.step' AS step, body ->> '$.outcome.type' AS outcome,
       body ->> '$.outcome.provenance.agent.id' AS agent, body ->> '$.outcome.provenance.agent.bundle' AS bundle,
       body ->> '$.outcome.provenance.agent.version' AS version,
       body ->> '$.outcome.provenance.started' AS started, body ->> '$.outcome.provenance.ended' AS ended,
       body ->> '$.outcome.reason' AS reason
  FROM event WHERE kind = 'StepEnded';

DROP VIEW IF EXISTS request;
CREATE VIEW request AS
SELECT q.subject AS id, q.time AS time, q.body ->> '$.requested.quantity' AS quantity,
       q.body ->> '$.requested.askedBy' AS asked_by, q.body -> '$.requested.inputs' AS inputs,
       coalesce((SELECT CASE a.kind WHEN 'Resolved' THEN 'RESOLVED' ELSE a.body ->> '$.state' END FROM event a
                  WHERE a.subject = q.subject AND a.kind IN ('Resolved', 'Unresolved') LIMIT 1), 'OPEN') AS state
  FROM event q WHERE q.kind = 'Requested'
UNION ALL
SELECT subject, time, body ->> '$.result.request.quantity', body ->> '$.result.request.askedBy',
       body -> '$.result.request.inputs', 'UNSOLICITED'
  FROM event WHERE kind = 'Reported';

DROP VIEW IF EXISTS result;
CREATE VIEW result AS
SELECT number, subject AS request, time, body ->> '$.result.tenant' AS tenant, body ->> '$.result.method' AS method,
       body -> '$.result.request.inputs' AS inputs, body -> '$.result.outputs' AS outputs,
       coalesce(body ->> '$.result.version', 1) AS version
  FROM event WHERE kind IN ('Resolved', 'Reported', 'Amended');

DROP VIEW IF EXISTS campaign;
CREATE VIEW campaign AS
SELECT b.subject AS id, b.body ->> '$.begun.name' AS name, b.time AS begun, e.time AS ended,
       coalesce(e.body ->> '$.state', 'OPEN') AS state
  FROM event b LEFT JOIN event e ON e.subject = b.subject AND e.kind = 'CampaignEnded'
 WHERE b.kind = 'CampaignBegun';

DROP VIEW IF EXISTS trial;
CREATE VIEW trial AS
SELECT t.subject AS campaign, t.body ->> '$.number' AS number, t.body ->> '$.suggestedBy.id' AS optimizer,
       t.body ->> '$.request' AS request, t.body -> '$.point' AS point,
       (SELECT r.body -> '$.result.outputs' FROM event r
         WHERE r.subject = t.body ->> '$.request' AND r.kind = 'Resolved') AS outputs
  FROM event t WHERE t.kind = 'TrialSuggested';
COMMIT;
