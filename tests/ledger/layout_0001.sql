-- A ledger as the first releases laid it out, before there were migrations; written by one of them.
BEGIN TRANSACTION;
CREATE TABLE completions (
	id VARCHAR(36) NOT NULL, 
	learner TEXT NOT NULL, 
	scenario TEXT NOT NULL, 
	title_zh TEXT NOT NULL, 
	title_en TEXT NOT NULL, 
	van TEXT NOT NULL, 
	ended_us BIGINT NOT NULL, 
	duration_s FLOAT, 
	score FLOAT, 
	passed BOOLEAN, 
	outcome TEXT NOT NULL, 
	log_digest VARCHAR(80), 
	PRIMARY KEY (id)
);
INSERT INTO "completions" VALUES('00000000-0000-4000-8000-000000000001','qc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','urn:qianche:scenario:electrocution-temporary-power','临时用电触电','Electrocution from temporary power','van-1',1795309385500000,185.5,96.0,1,'averted',NULL);
CREATE TABLE credentials (
	"key" VARCHAR(40) NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	scope VARCHAR(10) NOT NULL, 
	secret_hash VARCHAR(200) NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "credentials" VALUES('00112233445566778899aabb','van-1','write','$argon2id$v=19$m=8,t=1,p=1$TBzZ/Q2lprd7SJM/VXf5Jw$TKJcncddefH5hDf3c9gz3QSaY53hSNit/QabqcLlksw');
CREATE TABLE learners (
	pseudonym VARCHAR(80) NOT NULL, 
	name BLOB NOT NULL, 
	identity_number BLOB NOT NULL, 
	enrolled_us BIGINT NOT NULL, 
	PRIMARY KEY (pseudonym)
);
CREATE TABLE logs (
	completion VARCHAR(36) NOT NULL, 
	digest VARCHAR(80) NOT NULL, 
	unpacked_bytes INTEGER NOT NULL, 
	packed BLOB NOT NULL, 
	received_us BIGINT NOT NULL, 
	PRIMARY KEY (completion)
);
CREATE TABLE schema_version (
	version INTEGER NOT NULL
);
INSERT INTO "schema_version" VALUES(1);
CREATE TABLE statement_activities (
	activity TEXT NOT NULL, 
	stored_us BIGINT NOT NULL, 
	direct BOOLEAN NOT NULL, 
	PRIMARY KEY (activity, stored_us), 
	FOREIGN KEY(stored_us) REFERENCES statements (stored_us)
);
INSERT INTO "statement_activities" VALUES('urn:qianche:scenario:electrocution-temporary-power',1795309200000000,1);
INSERT INTO "statement_activities" VALUES('https://w3id.org/xapi/cmi5/context/categories/cmi5',1795309200000000,0);
INSERT INTO "statement_activities" VALUES('urn:qianche:scenario:electrocution-temporary-power',1795309200000001,1);
INSERT INTO "statement_activities" VALUES('https://w3id.org/xapi/cmi5/context/categories/cmi5',1795309200000001,0);
INSERT INTO "statement_activities" VALUES('urn:qianche:scenario:electrocution-temporary-power',1795309200000002,1);
INSERT INTO "statement_activities" VALUES('https://w3id.org/xapi/cmi5/context/categories/cmi5',1795309200000002,0);
INSERT INTO "statement_activities" VALUES('urn:qianche:scenario:electrocution-temporary-power',1795309201000000,1);
CREATE TABLE statement_agents (
	agent TEXT NOT NULL, 
	stored_us BIGINT NOT NULL, 
	direct BOOLEAN NOT NULL, 
	PRIMARY KEY (agent, stored_us), 
	FOREIGN KEY(stored_us) REFERENCES statements (stored_us)
);
INSERT INTO "statement_agents" VALUES('account https://qianche.invalid/learners qc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1795309200000000,1);
INSERT INTO "statement_agents" VALUES('account https://qianche.invalid/ledger/credentials 00112233445566778899aabb',1795309200000000,0);
INSERT INTO "statement_agents" VALUES('account https://qianche.invalid/learners qc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1795309200000001,1);
INSERT INTO "statement_agents" VALUES('account https://qianche.invalid/ledger/credentials 00112233445566778899aabb',1795309200000001,0);
INSERT INTO "statement_agents" VALUES('account https://qianche.invalid/learners qc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1795309200000002,1);
INSERT INTO "statement_agents" VALUES('account https://qianche.invalid/ledger/credentials 00112233445566778899aabb',1795309200000002,0);
INSERT INTO "statement_agents" VALUES('mbox mailto:wang@example.com',1795309201000000,1);
INSERT INTO "statement_agents" VALUES('account https://qianche.invalid/ledger/credentials 00112233445566778899aabb',1795309201000000,0);
INSERT INTO "statement_agents" VALUES('account https://qianche.invalid/learners qc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1795309202000000,1);
INSERT INTO "statement_agents" VALUES('account https://qianche.invalid/ledger/credentials 00112233445566778899aabb',1795309202000000,0);
INSERT INTO "statement_agents" VALUES('account https://qianche.invalid/learners qc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1795309203000000,1);
INSERT INTO "statement_agents" VALUES('account https://qianche.invalid/ledger/credentials 00112233445566778899aabb',1795309203000000,0);
CREATE TABLE statements (
	id VARCHAR(36) NOT NULL, 
	stored_us BIGINT NOT NULL, 
	verb TEXT NOT NULL, 
	registration VARCHAR(36), 
	credential VARCHAR(40) NOT NULL, 
	voids VARCHAR(36), 
	voided BOOLEAN NOT NULL, 
	fingerprint VARCHAR(64) NOT NULL, 
	raw TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (stored_us)
);
INSERT INTO "statements" VALUES('00000000-0000-4000-8000-000000000002',1795309200000000,'http://adlnet.gov/expapi/verbs/initialized','00000000-0000-4000-8000-000000000001','00112233445566778899aabb',NULL,0,'c3eff8ee45423b439914c89e3eda6bc2de8209fbd899bfbf18cacc2144bf12c3','{"id":"00000000-0000-4000-8000-000000000002","timestamp":"2026-11-22T01:03:05.500Z","version":"1.0.0","actor":{"account":{"homePage":"https://qianche.invalid/learners","name":"qc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},"name":"学员甲"},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"zh-CN":"完成","en":"initialized"}},"object":{"objectType":"Activity","id":"urn:qianche:scenario:electrocution-temporary-power","definition":{"name":{"zh-CN":"临时用电触电","en":"Electrocution from temporary power"}}},"context":{"registration":"00000000-0000-4000-8000-000000000001","contextActivities":{"category":[{"id":"https://w3id.org/xapi/cmi5/context/categories/cmi5"}]},"extensions":{"urn:qianche:ext:van":"van-1","urn:qianche:ext:outcome":"averted"}},"stored":"2026-11-22T01:00:00.000000Z","authority":{"objectType":"Agent","name":"van-1","account":{"homePage":"https://qianche.invalid/ledger/credentials","name":"00112233445566778899aabb"}}}');
INSERT INTO "statements" VALUES('00000000-0000-4000-8000-000000000003',1795309200000001,'http://adlnet.gov/expapi/verbs/completed','00000000-0000-4000-8000-000000000001','00112233445566778899aabb',NULL,0,'8e0d691faaf436d64ce2e14490b40504552b42b36042acfd33e69c00380fc9b0','{"id":"00000000-0000-4000-8000-000000000003","timestamp":"2026-11-22T01:03:05.500Z","version":"1.0.0","actor":{"account":{"homePage":"https://qianche.invalid/learners","name":"qc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},"name":"学员甲"},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed","display":{"zh-CN":"完成","en":"completed"}},"object":{"objectType":"Activity","id":"urn:qianche:scenario:electrocution-temporary-power","definition":{"name":{"zh-CN":"临时用电触电","en":"Electrocution from temporary power"}}},"context":{"registration":"00000000-0000-4000-8000-000000000001","contextActivities":{"category":[{"id":"https://w3id.org/xapi/cmi5/context/categories/cmi5"}]},"extensions":{"urn:qianche:ext:van":"van-1","urn:qianche:ext:outcome":"averted"}},"result":{"completion":true,"duration":"PT3M5.50S"},"stored":"2026-11-22T01:00:00.000001Z","authority":{"objectType":"Agent","name":"van-1","account":{"homePage":"https://qianche.invalid/ledger/credentials","name":"00112233445566778899aabb"}}}');
INSERT INTO "statements" VALUES('00000000-0000-4000-8000-000000000004',1795309200000002,'http://adlnet.gov/expapi/verbs/passed','00000000-0000-4000-8000-000000000001','00112233445566778899aabb',NULL,0,'35ba2c201f4e07146b96fe6a992c8b00996fe4b8a0a948bec68888f3661888fd','{"id":"00000000-0000-4000-8000-000000000004","timestamp":"2026-11-22T01:03:05.500Z","version":"1.0.0","actor":{"account":{"homePage":"https://qianche.invalid/learners","name":"qc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},"name":"学员甲"},"verb":{"id":"http://adlnet.gov/expapi/verbs/passed","display":{"zh-CN":"完成","en":"passed"}},"object":{"objectType":"Activity","id":"urn:qianche:scenario:electrocution-temporary-power","definition":{"name":{"zh-CN":"临时用电触电","en":"Electrocution from temporary power"}}},"context":{"registration":"00000000-0000-4000-8000-000000000001","contextActivities":{"category":[{"id":"https://w3id.org/xapi/cmi5/context/categories/cmi5"}]},"extensions":{"urn:qianche:ext:van":"van-1","urn:qianche:ext:outcome":"averted"}},"result":{"success":true,"score":{"scaled":0.96,"raw":96.0,"min":0,"max":100},"duration":"PT3M5.50S"},"stored":"2026-11-22T01:00:00.000002Z","authority":{"objectType":"Agent","name":"van-1","account":{"homePage":"https://qianche.invalid/ledger/credentials","name":"00112233445566778899aabb"}}}');
INSERT INTO "statements" VALUES('00000000-0000-4000-8000-000000000005',1795309201000000,'http://adlnet.gov/expapi/verbs/completed',NULL,'00112233445566778899aabb',NULL,1,'507620fad3c9b8417c06412d7f573760d96dbc8fb4e4df9aefb8389c89e0564b','{"id":"00000000-0000-4000-8000-000000000005","timestamp":"2026-11-22T01:00:01.000000Z","version":"1.0.0","actor":{"mbox":"mailto:Wang@example.com","name":"王小明"},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed","display":{"zh-CN":"完成","en":"completed"}},"object":{"id":"urn:qianche:scenario:electrocution-temporary-power"},"stored":"2026-11-22T01:00:01.000000Z","authority":{"objectType":"Agent","name":"van-1","account":{"homePage":"https://qianche.invalid/ledger/credentials","name":"00112233445566778899aabb"}}}');
INSERT INTO "statements" VALUES('00000000-0000-4000-8000-000000000006',1795309202000000,'http://adlnet.gov/expapi/verbs/voided',NULL,'00112233445566778899aabb','00000000-0000-4000-8000-000000000005',0,'8700f1ccd3a4d0612c9068880b626f28a9144bd00376478debb62b2375d3f703','{"id":"00000000-0000-4000-8000-000000000006","timestamp":"2026-11-22T01:00:02.000000Z","version":"1.0.0","actor":{"account":{"homePage":"https://qianche.invalid/learners","name":"qc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided","display":{"zh-CN":"完成","en":"voided"}},"object":{"objectType":"StatementRef","id":"00000000-0000-4000-8000-000000000005"},"stored":"2026-11-22T01:00:02.000000Z","authority":{"objectType":"Agent","name":"van-1","account":{"homePage":"https://qianche.invalid/ledger/credentials","name":"00112233445566778899aabb"}}}');
INSERT INTO "statements" VALUES('00000000-0000-4000-8000-000000000007',1795309203000000,'http://adlnet.gov/expapi/verbs/passed',NULL,'00112233445566778899aabb',NULL,0,'6b729b5b17def00a07dae3a4f308e7c57ed061575f88e9834ad69fc0a1fbfa27','{"id":"00000000-0000-4000-8000-000000000007","timestamp":"2026-11-22T01:00:03.000000Z","version":"1.0.0","actor":{"account":{"homePage":"https://qianche.invalid/learners","name":"qc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/passed","display":{"zh-CN":"完成","en":"passed"}},"object":{"objectType":"StatementRef","id":"00000000-0000-4000-8000-000000000006"},"stored":"2026-11-22T01:00:03.000000Z","authority":{"objectType":"Agent","name":"van-1","account":{"homePage":"https://qianche.invalid/ledger/credentials","name":"00112233445566778899aabb"}}}');
CREATE INDEX statements_by_registration ON statements (registration, stored_us);
CREATE INDEX statements_by_verb ON statements (verb, stored_us);
CREATE INDEX statements_by_credential ON statements (credential, stored_us);
CREATE INDEX statements_by_voids ON statements (voids);
CREATE INDEX completions_by_learner ON completions (learner, ended_us);
CREATE INDEX completions_by_end ON completions (ended_us);
COMMIT;
