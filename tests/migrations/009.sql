PRAGMA application_id = 1145849428;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
) STRICT;
INSERT INTO "_sqlite_migrations" VALUES(1,'bot','001','2026-03-04 12:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'bot','002','2026-03-04 12:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'bot','003','2026-03-04 12:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'bot','004','2026-03-04 12:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'bot','005','2026-03-04 12:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'bot','006','2026-03-04 12:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'bot','007','2026-03-04 12:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'bot','008','2026-03-04 12:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'bot','009','2026-03-04 12:00:00.000000+00:00');
CREATE TABLE change_rows (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        change_id INTEGER NOT NULL REFERENCES changes ON DELETE CASCADE,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        before TEXT CHECK (before IS NULL OR json_valid(before)),
        after TEXT CHECK (after IS NULL OR json_valid(after)),
        UNIQUE (change_id, table_name, row_id)
    ) STRICT
    ;
INSERT INTO "change_rows" VALUES(1,1,'lifts',1,'{"at": "2026-03-04T12:00:00.000000+00:00", "called": null, "exercise": "deadlift", "id": 1, "runner_id": 11, "sets": "[{\"reps\": 4, \"weight_kg\": 100.0, \"rir\": 2.0}]", "text": ""}','{"at": "2026-03-04T12:00:00.000000+00:00", "called": null, "exercise": "trap_bar", "id": 1, "runner_id": 11, "sets": "[{\"reps\": 5, \"weight_kg\": 92.5, \"rir\": 0.5}]", "text": "5x92.5"}');
INSERT INTO "change_rows" VALUES(2,2,'runners',11,'{"auto_lifts": 0, "began_as_new": 1, "days": "[0, 6]", "distance": "mi", "equipment": "[\"trapbar\", \"Hantel für später\"]", "fewer_sets": 0, "language": "de", "lifting_since": "2024-01-31", "phase": "build", "plates": "[]", "priority": "strength", "remind_after": null, "remind_alert": null, "remind_back": null, "remind_daily": 1, "remind_morning": "06:30", "remind_quiet": "[\"22:00\", \"06:00\"]", "remind_sore": null, "remind_taper": null, "remind_warmup_min": 30, "remind_week": null, "run_time": "18:30", "running_since": "2019-06-01", "slots": "[\"06:45\", \"20:00\"]", "target": 2, "timezone": "Europe/Berlin", "timezone_known": 1, "units": "lb"}','{"auto_lifts": true, "began_as_new": true, "days": "[0, 6]", "distance": "mi", "equipment": "[\"trapbar\", \"Hantel für später\"]", "fewer_sets": 2, "language": "de", "lifting_since": "2024-01-31", "phase": "build", "plates": "[20.0, 2.5, 1.25]", "priority": "strength", "remind_after": null, "remind_alert": null, "remind_back": null, "remind_daily": true, "remind_morning": "06:30", "remind_quiet": "[\"22:00\", \"06:00\"]", "remind_sore": null, "remind_taper": null, "remind_warmup_min": 30, "remind_week": null, "run_time": "18:30", "running_since": "2019-06-01", "slots": "[\"06:45\", \"20:00\"]", "target": 2, "timezone": "Europe/Berlin", "timezone_known": true, "units": "lb"}');
INSERT INTO "change_rows" VALUES(3,3,'runners',11,'{"auto_lifts": 1, "began_as_new": 1, "days": "[0, 6]", "distance": "mi", "equipment": "[\"trapbar\", \"Hantel für später\"]", "fewer_sets": 2, "language": "de", "lifting_since": "2024-01-31", "phase": "build", "plates": "[20.0, 2.5, 1.25]", "priority": "strength", "remind_after": null, "remind_alert": null, "remind_back": null, "remind_daily": 1, "remind_morning": "06:30", "remind_quiet": "[\"22:00\", \"06:00\"]", "remind_sore": null, "remind_taper": null, "remind_warmup_min": 30, "remind_week": null, "run_time": "18:30", "running_since": "2019-06-01", "slots": "[\"06:45\", \"20:00\"]", "target": 2, "timezone": "Europe/Berlin", "timezone_known": 1, "units": "lb"}','{"auto_lifts": true, "began_as_new": true, "days": "[0, 6]", "distance": "mi", "equipment": "[\"trapbar\", \"Hantel für später\"]", "fewer_sets": 2, "language": "de", "lifting_since": "2024-01-31", "phase": "build", "plates": "[20.0, 2.5, 1.25]", "priority": "strength", "remind_after": true, "remind_alert": false, "remind_back": false, "remind_daily": true, "remind_morning": "06:30", "remind_quiet": "[\"22:00\", \"06:00\"]", "remind_sore": false, "remind_taper": true, "remind_warmup_min": 30, "remind_week": "{\"weekday\": 6, \"time\": \"19:00\"}", "run_time": "18:30", "running_since": "2019-06-01", "slots": "[\"06:45\", \"20:00\"]", "target": 2, "timezone": "Europe/Berlin", "timezone_known": true, "units": "lb"}');
CREATE TABLE changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        undone_at TEXT
    ) STRICT
    ;
INSERT INTO "changes" VALUES(1,11,'2026-03-04T12:00:00.000000+00:00',NULL);
INSERT INTO "changes" VALUES(2,11,'2026-03-04T12:00:00.000000+00:00',NULL);
INSERT INTO "changes" VALUES(3,11,'2026-03-04T12:00:00.000000+00:00',NULL);
CREATE TABLE checkins (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        kind TEXT NOT NULL,
        at TEXT NOT NULL,
        data TEXT NOT NULL CHECK (json_valid(data))
    ) STRICT
    ;
INSERT INTO "checkins" VALUES(1,11,'soreness','2026-03-04T12:00:00.000000+00:00','{"level": 6}');
INSERT INTO "checkins" VALUES(2,11,'free_days','2026-03-04T12:00:00.000000+00:00','{"date": "2026-03-04"}');
INSERT INTO "checkins" VALUES(3,11,'sleep','2026-03-04T12:00:00.000000+00:00','{"hours": 5.5}');
INSERT INTO "checkins" VALUES(4,11,'gym_heat','2026-03-04T12:00:00.000000+00:00','{"celsius": 33.0}');
INSERT INTO "checkins" VALUES(5,11,'travel','2026-03-04T12:00:00.000000+00:00','{"travel_hours": 11.0, "zones": 6}');
INSERT INTO "checkins" VALUES(6,11,'illness','2026-03-04T12:00:00.000000+00:00','{"fever_c": 38.4, "head_only": false}');
INSERT INTO "checkins" VALUES(7,11,'illness','2026-03-04T12:00:00.000000+00:00','{"fever_c": null, "head_only": true}');
INSERT INTO "checkins" VALUES(8,11,'well','2026-03-04T12:00:00.000000+00:00','{}');
INSERT INTO "checkins" VALUES(9,11,'heat_illness','2026-03-04T12:00:00.000000+00:00','{"cleared_at": "2026-03-04T12:00:00.000000+00:00"}');
INSERT INTO "checkins" VALUES(10,11,'run_report','2026-03-04T12:00:00.000000+00:00','{"run_date": "2026-03-04", "felt_worse": true, "percent": 4.5}');
INSERT INTO "checkins" VALUES(11,11,'pain','2026-03-04T12:00:00.000000+00:00','{"level": 4, "site": "low_back", "concerning": true, "text": "Kreuz, ziehend"}');
INSERT INTO "checkins" VALUES(12,11,'unclear','2026-03-04T12:00:00.000000+00:00','{"text": "legs feel strange", "urgent": false}');
CREATE TABLE dated_runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        date TEXT NOT NULL,
        run TEXT NOT NULL CHECK (json_valid(run)),
        replaces INTEGER NOT NULL,
        done INTEGER NOT NULL
    ) STRICT
    ;
INSERT INTO "dated_runs" VALUES(1,11,'2026-03-04','{"kind": "tempo", "time": "18:00", "distance_km": 10.0, "duration_min": null, "hilly": false, "descent_m": null, "text": "tempo 10k"}',0,0);
INSERT INTO "dated_runs" VALUES(2,11,'2026-03-04','{"kind": "long", "time": null, "distance_km": null, "duration_min": 120.0, "hilly": true, "descent_m": 400.0, "text": ""}',0,1);
CREATE TABLE derivation (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        basis TEXT NOT NULL,
        reached INTEGER
    ) STRICT
    ;
INSERT INTO "derivation" VALUES(1,'1 2026a cafe',11);
CREATE TABLE dialogues (
        runner_id INTEGER PRIMARY KEY REFERENCES runners ON DELETE CASCADE,
        name TEXT NOT NULL,
        step TEXT NOT NULL,
        draft TEXT NOT NULL CHECK (json_valid(draft))
    ) STRICT
    ;
INSERT INTO "dialogues" VALUES(11,'log','sets','{"exercise": "sumo"}');
CREATE TABLE due (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        item TEXT NOT NULL,
        kind TEXT NOT NULL,
        local_date TEXT NOT NULL,
        local_time TEXT NOT NULL,
        zone TEXT NOT NULL,
        due_at TEXT NOT NULL,
        deadline TEXT NOT NULL,
        lift_at TEXT NOT NULL,
        state TEXT NOT NULL,
        UNIQUE (runner_id, item, local_date, kind)
    ) STRICT
    ;
INSERT INTO "due" VALUES(1,11,'fixed:1','morning','2026-03-04','13:00','Europe/Berlin','2026-03-04T12:00:00.000000+00:00','2026-03-04T12:30:00.000000+00:00','2026-03-04T13:00:00.000000+00:00','pending');
CREATE TABLE file_ids (
        bot_id INTEGER NOT NULL,
        digest TEXT NOT NULL,
        file_id TEXT NOT NULL,
        PRIMARY KEY (bot_id, digest)
    ) STRICT
    ;
INSERT INTO "file_ids" VALUES(7001,'0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f','AgACAgIAAx0');
CREATE TABLE fixed_lifts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        weekday INTEGER NOT NULL,
        time TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "fixed_lifts" VALUES(1,11,1,'18:00');
INSERT INTO "fixed_lifts" VALUES(2,11,4,'07:00');
CREATE TABLE health (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        topic TEXT NOT NULL,
        said_on TEXT NOT NULL,
        since TEXT,
        cleared_on TEXT
    , until TEXT) STRICT
    ;
INSERT INTO "health" VALUES(1,11,'age_65_up','2026-03-04',NULL,NULL,NULL);
INSERT INTO "health" VALUES(2,11,'birth','2026-03-04','2026-01-05','2026-03-04',NULL);
INSERT INTO "health" VALUES(3,11,'no_deadlifts','2026-03-04',NULL,NULL,'2026-03-18');
CREATE TABLE imports (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL UNIQUE REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        expires_at TEXT NOT NULL,
        app TEXT NOT NULL,
        in_kg INTEGER NOT NULL,
        lifts TEXT NOT NULL CHECK (json_valid(lifts)),
        others INTEGER NOT NULL,
        warm_ups INTEGER NOT NULL,
        empty INTEGER NOT NULL,
        unread INTEGER NOT NULL
    ) STRICT
    ;
INSERT INTO "imports" VALUES(1,11,'2026-03-04T12:00:00.000000+00:00','2026-03-05T12:00:00.000000+00:00','Strong',0,'[{"date": "2026-03-04", "time": "18:05", "exercise": "romanian", "sets": [{"reps": 5, "weight": 102.5, "rir": 0.5}, {"reps": 8, "weight": null, "rir": null}]}]',320,88,2,1);
CREATE TABLE inbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        bot_id INTEGER NOT NULL,
        update_id INTEGER NOT NULL,
        user_id INTEGER,
        chat_id INTEGER,
        payload TEXT NOT NULL,
        received_at TEXT,
        handled_at TEXT,
        attempts INTEGER NOT NULL DEFAULT 0,
        UNIQUE (bot_id, update_id)
    ) STRICT
    ;
INSERT INTO "inbox" VALUES(1,7001,2,NULL,NULL,'',NULL,'2026-03-04T12:00:00.000000+00:00',0);
INSERT INTO "inbox" VALUES(2,7001,1,22,1022,'{"update_id": 1, "message": {"from": {"id": 22}, "chat": {"id": 1022}, "text": "/today"}}','2026-03-04T12:00:00.000000+00:00',NULL,0);
CREATE TABLE lift_changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        date TEXT NOT NULL,
        time TEXT NOT NULL,
        to_date TEXT,
        to_time TEXT
    ) STRICT
    ;
INSERT INTO "lift_changes" VALUES(1,11,'2026-03-04','18:00',NULL,NULL);
INSERT INTO "lift_changes" VALUES(2,11,'2026-03-04','07:00','2026-03-05','19:30');
CREATE TABLE lifts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        exercise TEXT NOT NULL,
        sets TEXT NOT NULL CHECK (json_valid(sets)),
        called TEXT,
        text TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "lifts" VALUES(1,11,'2026-03-04T12:00:00.000000+00:00','trap_bar','[{"reps": 5, "weight_kg": 92.5, "rir": 0.5}]',NULL,'5x92.5');
INSERT INTO "lifts" VALUES(2,11,'2026-03-04T12:00:00.000000+00:00','swing','[{"reps": 15, "weight_kg": null, "rir": null}]','heavy','swings');
CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        chat_id INTEGER NOT NULL,
        method TEXT NOT NULL,
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        lane TEXT NOT NULL,
        expires_at TEXT,
        file_name TEXT,
        document BLOB,
        due_id INTEGER REFERENCES due ON DELETE SET NULL,
        state TEXT NOT NULL DEFAULT 'pending',
        attempts INTEGER NOT NULL DEFAULT 0,
        error TEXT,
        settled_at TEXT
    ) STRICT
    ;
INSERT INTO "outbox" VALUES(1,1011,'sendMessage','{"text": "Hello"}','bulk','2026-03-04T12:00:00.000000+00:00','week.png',X'00FF',1,'pending',0,NULL,NULL);
INSERT INTO "outbox" VALUES(2,1011,'sendMessage','{"text": "Hello"}','answer',NULL,NULL,NULL,NULL,'pending',0,NULL,NULL);
CREATE TABLE overrides (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        day TEXT NOT NULL,
        codes TEXT NOT NULL CHECK (json_valid(codes))
    ) STRICT
    ;
INSERT INTO "overrides" VALUES(1,11,'2026-03-04T12:00:00.000000+00:00','2026-03-04','["R60", "R70"]');
INSERT INTO "overrides" VALUES(2,11,'2026-03-04T12:00:00.000000+00:00','2026-03-05','[]');
CREATE TABLE pauses (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        until TEXT NOT NULL,
        ended_at TEXT
    , since TEXT) STRICT
    ;
INSERT INTO "pauses" VALUES(1,11,'2026-03-04T12:00:00.000000+00:00','2026-03-11',NULL,NULL);
INSERT INTO "pauses" VALUES(2,11,'2026-03-04T12:00:00.000000+00:00','2026-03-05','2026-03-04T12:01:00.000000+00:00',NULL);
INSERT INTO "pauses" VALUES(3,11,'2026-03-04T12:00:00.000000+00:00','2026-03-13',NULL,'2026-03-05');
CREATE TABLE planned_lifts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        date TEXT NOT NULL,
        time TEXT NOT NULL,
        heavy INTEGER NOT NULL
    ) STRICT
    ;
INSERT INTO "planned_lifts" VALUES(1,11,'2026-03-04','07:00',1);
INSERT INTO "planned_lifts" VALUES(2,11,'2026-03-05','18:30',0);
CREATE TABLE races (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        date TEXT NOT NULL,
        distance_km REAL,
        priority TEXT NOT NULL,
        time TEXT,
        name TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "races" VALUES(1,11,'2026-03-04',42.2,'A',NULL,'Berlin');
INSERT INTO "races" VALUES(2,11,'2026-03-04',NULL,'C','09:30','');
CREATE TABLE red_flags (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        level TEXT NOT NULL,
        phrase TEXT NOT NULL,
        ended_at TEXT,
        ended_by TEXT
    ) STRICT
    ;
INSERT INTO "red_flags" VALUES(1,11,'2026-03-04T12:00:00.000000+00:00','urgent','back pain with fever',NULL,NULL);
INSERT INTO "red_flags" VALUES(2,11,'2026-03-04T12:00:00.000000+00:00','emergency','chest pain','2026-03-04T12:00:00.000000+00:00','cleared');
CREATE TABLE runners (
        id INTEGER PRIMARY KEY,
        chat_id INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        reachable INTEGER NOT NULL,
        timezone TEXT NOT NULL,
        timezone_known INTEGER NOT NULL,
        units TEXT NOT NULL,
        distance TEXT NOT NULL,
        lifting_since TEXT,
        running_since TEXT,
        began_as_new INTEGER NOT NULL,
        slots TEXT NOT NULL CHECK (json_valid(slots)),
        days TEXT NOT NULL CHECK (json_valid(days)),
        run_time TEXT,
        target INTEGER,
        phase TEXT,
        priority TEXT NOT NULL,
        equipment TEXT NOT NULL CHECK (json_valid(equipment)),
        language TEXT NOT NULL,
        remind_morning TEXT,
        remind_warmup_min INTEGER,
        remind_daily INTEGER NOT NULL,
        remind_quiet TEXT CHECK (remind_quiet IS NULL OR json_valid(remind_quiet))
    , plates TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(plates)), auto_lifts INTEGER NOT NULL DEFAULT 0, fewer_sets INTEGER NOT NULL DEFAULT 0, remind_alert INTEGER, remind_after INTEGER, remind_sore INTEGER, remind_taper INTEGER, remind_back INTEGER, remind_week TEXT CHECK (remind_week IS NULL OR json_valid(remind_week))) STRICT
    ;
INSERT INTO "runners" VALUES(11,1011,'2026-03-04T12:00:00.000000+00:00',1,'Europe/Berlin',1,'lb','mi','2024-01-31','2019-06-01',1,'["06:45", "20:00"]','[0, 6]','18:30',2,'build','strength','["trapbar", "Hantel für später"]','de','06:30',30,1,'["22:00", "06:00"]','[20.0, 2.5, 1.25]',1,2,0,1,0,1,0,'{"weekday": 6, "time": "19:00"}');
INSERT INTO "runners" VALUES(22,1022,'2026-03-04T12:00:00.000000+00:00',0,'UTC',0,'kg','km',NULL,NULL,0,'["07:00", "12:00", "18:00"]','[0, 1, 2, 3, 4, 5, 6]',NULL,NULL,NULL,'running','[]','en',NULL,30,0,NULL,'[]',0,0,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE told_lifts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        date TEXT NOT NULL,
        time TEXT NOT NULL,
        verdict INTEGER NOT NULL
    ) STRICT
    ;
INSERT INTO "told_lifts" VALUES(1,11,'2026-03-04T12:00:00.000000+00:00','2026-03-04','18:00',3);
INSERT INTO "told_lifts" VALUES(2,11,'2026-03-04T12:00:00.000000+00:00','2026-03-05','07:15',1);
CREATE TABLE verdicts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        asked_day TEXT NOT NULL,
        rule_set TEXT NOT NULL,
        inputs TEXT NOT NULL CHECK (json_valid(inputs)),
        result TEXT NOT NULL CHECK (json_valid(result))
    ) STRICT
    ;
INSERT INTO "verdicts" VALUES(1,11,'2026-03-04T12:00:00.000000+00:00','2026-03-04','1','{}','{"cap": "NO"}');
INSERT INTO "verdicts" VALUES(2,11,'2026-03-04T12:00:00.000000+00:00','2026-03-04','2','[]','null');
CREATE TABLE weekly_patterns (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        valid_from TEXT,
        runs TEXT NOT NULL CHECK (json_valid(runs))
    ) STRICT
    ;
INSERT INTO "weekly_patterns" VALUES(1,11,NULL,'[{"weekday": 1, "run": {"kind": "tempo", "time": "18:00", "distance_km": 10.0, "duration_min": null, "hilly": false, "descent_m": null, "text": "tempo 10k"}}]');
INSERT INTO "weekly_patterns" VALUES(2,11,'2026-03-04','[]');
CREATE TABLE workouts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        stage TEXT NOT NULL,
        touched_at TEXT NOT NULL,
        exercise TEXT NOT NULL,
        plan TEXT NOT NULL CHECK (json_valid(plan)),
        rest_s TEXT NOT NULL CHECK (json_valid(rest_s)),
        called TEXT,
        done TEXT NOT NULL CHECK (json_valid(done)),
        warm_up TEXT CHECK (warm_up IS NULL OR json_valid(warm_up)),
        step INTEGER NOT NULL,
        rest_until TEXT,
        taps INTEGER NOT NULL
    ) STRICT
    ;
INSERT INTO "workouts" VALUES(1,11,'2026-03-04T12:00:00.000000+00:00','warm_up','2026-03-04T12:00:00.000000+00:00','deadlift','[{"reps": 4, "weight_kg": 100.0, "rir": null}, {"reps": 4, "weight_kg": 100.0, "rir": null}, {"reps": 4, "weight_kg": 100.0, "rir": null}]','[120, 180]',NULL,'[]','{"kind": "full", "minutes": 30, "ramp": [{"share": 0.4, "reps": 5, "kg": 40.0}]}',2,NULL,0);
INSERT INTO "workouts" VALUES(2,11,'2026-03-04T12:00:00.000000+00:00','work','2026-03-04T12:01:00.000000+00:00','kettlebell','[{"reps": 5, "weight_kg": null, "rir": null}, {"reps": 5, "weight_kg": null, "rir": null}]','[60, 120]','light','[{"reps": 4, "weight_kg": null, "rir": null}]',NULL,0,'2026-03-04T12:02:00.000000+00:00',9);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX runners_of_chat ON runners (chat_id);
CREATE INDEX weekly_patterns_of_runner ON weekly_patterns (runner_id);
CREATE INDEX dated_runs_of_runner ON dated_runs (runner_id);
CREATE INDEX races_of_runner ON races (runner_id);
CREATE INDEX lifts_of_runner ON lifts (runner_id);
CREATE INDEX fixed_lifts_of_runner ON fixed_lifts (runner_id);
CREATE INDEX checkins_of_runner ON checkins (runner_id);
CREATE INDEX red_flags_of_runner ON red_flags (runner_id);
CREATE INDEX verdicts_of_runner ON verdicts (runner_id, at);
CREATE INDEX changes_of_runner ON changes (runner_id);
CREATE INDEX due_in_state ON due (state, due_at);
CREATE INDEX outbox_waiting ON outbox (lane, id) WHERE state IN ('pending', 'unknown');
CREATE INDEX outbox_expiring ON outbox (expires_at) WHERE state IN ('pending', 'unknown');
CREATE INDEX outbox_of_chat ON outbox (chat_id);
CREATE INDEX outbox_of_due ON outbox (due_id);
CREATE INDEX inbox_waiting ON inbox (bot_id, id) WHERE handled_at IS NULL;
CREATE INDEX inbox_handled ON inbox (handled_at);
CREATE INDEX inbox_of_user ON inbox (user_id);
CREATE INDEX inbox_of_chat ON inbox (chat_id);
CREATE INDEX health_of_runner ON health (runner_id);
CREATE INDEX overrides_of_runner ON overrides (runner_id);
CREATE INDEX planned_lifts_of_runner ON planned_lifts (runner_id);
CREATE INDEX verdicts_about_day ON verdicts (runner_id, asked_day, at);
CREATE INDEX lift_changes_of_runner ON lift_changes (runner_id);
CREATE INDEX pauses_of_runner ON pauses (runner_id);
CREATE INDEX told_lifts_of_runner ON told_lifts (runner_id);
CREATE INDEX due_of_runner ON due (runner_id, due_at);
CREATE INDEX outbox_sending ON outbox (id) WHERE state = 'sending';
CREATE INDEX outbox_settled ON outbox (settled_at) WHERE state NOT IN ('pending', 'sending');
CREATE INDEX due_by_deadline ON due (deadline);
CREATE INDEX verdicts_by_at ON verdicts (at);
CREATE INDEX told_lifts_by_at ON told_lifts (at);
CREATE INDEX changes_by_at ON changes (at);
CREATE INDEX workouts_of_runner ON workouts (runner_id);
CREATE INDEX workouts_by_touched_at ON workouts (touched_at);
CREATE INDEX imports_expiring ON imports (expires_at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('weekly_patterns',2);
INSERT INTO "sqlite_sequence" VALUES('dated_runs',2);
INSERT INTO "sqlite_sequence" VALUES('races',2);
INSERT INTO "sqlite_sequence" VALUES('lifts',2);
INSERT INTO "sqlite_sequence" VALUES('fixed_lifts',2);
INSERT INTO "sqlite_sequence" VALUES('checkins',12);
INSERT INTO "sqlite_sequence" VALUES('red_flags',2);
INSERT INTO "sqlite_sequence" VALUES('verdicts',2);
INSERT INTO "sqlite_sequence" VALUES('changes',3);
INSERT INTO "sqlite_sequence" VALUES('change_rows',3);
INSERT INTO "sqlite_sequence" VALUES('due',2);
INSERT INTO "sqlite_sequence" VALUES('outbox',2);
INSERT INTO "sqlite_sequence" VALUES('inbox',2);
INSERT INTO "sqlite_sequence" VALUES('health',3);
INSERT INTO "sqlite_sequence" VALUES('overrides',2);
INSERT INTO "sqlite_sequence" VALUES('planned_lifts',2);
INSERT INTO "sqlite_sequence" VALUES('lift_changes',2);
INSERT INTO "sqlite_sequence" VALUES('pauses',3);
INSERT INTO "sqlite_sequence" VALUES('told_lifts',2);
INSERT INTO "sqlite_sequence" VALUES('workouts',2);
INSERT INTO "sqlite_sequence" VALUES('imports',1);
COMMIT;
