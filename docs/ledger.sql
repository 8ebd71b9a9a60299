-- The tables of a ledger as views of DuckDB, in which account numbers are texts: in numbers, leading zeros would be lost.
-- Run it in the folder that has the folder "ledger": duckdb -init ledger.sql
-- For another place, write for example: SET VARIABLE ledger = 's3://BUCKET/ledger';
-- A table that has no row yet has no file: its statement fails, and the others are not affected.
SET VARIABLE ledger = coalesce(getvariable('ledger'), 'ledger');

CREATE OR REPLACE VIEW backproof_restore_jobs AS
SELECT * FROM read_parquet(getvariable('ledger') || '/kind=restore_jobs/**/*.parquet',
  union_by_name = true, hive_partitioning = true, hive_types = {'account': VARCHAR, 'region': VARCHAR});

CREATE OR REPLACE VIEW backproof_backup_jobs AS
SELECT * FROM read_parquet(getvariable('ledger') || '/kind=backup_jobs/**/*.parquet',
  union_by_name = true, hive_partitioning = true, hive_types = {'account': VARCHAR, 'region': VARCHAR});

CREATE OR REPLACE VIEW backproof_copy_jobs AS
SELECT * FROM read_parquet(getvariable('ledger') || '/kind=copy_jobs/**/*.parquet',
  union_by_name = true, hive_partitioning = true, hive_types = {'account': VARCHAR, 'region': VARCHAR});

CREATE OR REPLACE VIEW backproof_job_histories AS
SELECT * FROM read_parquet(getvariable('ledger') || '/kind=job_histories/**/*.parquet',
  union_by_name = true, hive_partitioning = true);

CREATE OR REPLACE VIEW backproof_newest_points AS
SELECT * FROM read_parquet(getvariable('ledger') || '/kind=newest_points/**/*.parquet',
  union_by_name = true, hive_partitioning = true, hive_types = {'account': VARCHAR, 'region': VARCHAR});

CREATE OR REPLACE VIEW backproof_outcomes AS
SELECT * FROM read_parquet(getvariable('ledger') || '/kind=outcomes/**/*.parquet',
  union_by_name = true, hive_partitioning = true, hive_types = {'account': VARCHAR, 'region': VARCHAR});

CREATE OR REPLACE VIEW backproof_excluded_resources AS
SELECT * FROM read_parquet(getvariable('ledger') || '/kind=excluded_resources/**/*.parquet',
  union_by_name = true, hive_partitioning = true);

CREATE OR REPLACE VIEW backproof_populations AS
SELECT * FROM read_parquet(getvariable('ledger') || '/kind=populations/**/*.parquet',
  union_by_name = true, hive_partitioning = true);

CREATE OR REPLACE VIEW backproof_runs AS
SELECT * FROM read_parquet(getvariable('ledger') || '/kind=runs/**/*.parquet',
  union_by_name = true, hive_partitioning = true);

-- Restores, each once: of its rows, the one that is closest to the end, then the best origin, then the latest.
CREATE OR REPLACE VIEW backproof_restores AS
SELECT * EXCLUDE (place) FROM (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY job_id
      ORDER BY
        CASE WHEN status IN ('COMPLETED', 'FAILED', 'ABORTED') THEN 0 ELSE 1 END,
        CASE WHEN coalesce(validation_status, 'VALIDATING') = 'VALIDATING' THEN 1 ELSE 0 END,
        CASE WHEN coalesce(deletion_status, 'DELETING') = 'DELETING' THEN 1 ELSE 0 END,
        CASE origin WHEN 'live' THEN 0 WHEN 'inventory' THEN 1 WHEN 'audit-manager' THEN 2 ELSE 3 END,
        taken_at DESC,
        run_id DESC
    ) AS place
  FROM backproof_restore_jobs
) WHERE place = 1;

-- Outcomes of complete runs: the part of "runs" is written last.
CREATE OR REPLACE VIEW backproof_complete_outcomes AS
SELECT * FROM backproof_outcomes WHERE run_id IN (SELECT run_id FROM backproof_runs);
