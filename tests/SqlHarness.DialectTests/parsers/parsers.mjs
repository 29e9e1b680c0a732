// Answers requests, one JSON object a line: { op: "parse", parser, dialect, sql } with { ok, error }, { op: "translate", dialect, sql } with { ok, sql, error }.
import { register } from 'node:module';
import { createInterface } from 'node:readline';

register('./resolve.mjs', import.meta.url);
const polyglot = await import('@polyglot-sql/sdk');
const dt = await import('dt-sql-parser');

const polyglotNames = {
  bigquery: 'bigquery', clickhouse: 'clickhouse', databricks: 'databricks', duckdb: 'duckdb', mariadb: 'mysql', mysql: 'mysql',
  postgresql: 'postgresql', snowflake: 'snowflake', sqlite: 'sqlite', sqlserver: 'tsql', trino: 'trino',
};
const grammars = {
  databricks: new dt.SparkSQL(), mariadb: new dt.MySQL(), mysql: new dt.MySQL(), postgresql: new dt.PostgreSQL(), trino: new dt.TrinoSQL(),
};
const parsers = {
  polyglot(dialect, sql) {
    const result = polyglot.parse(sql, polyglotNames[dialect]);
    return result.success ? { ok: true } : { ok: false, error: result.error };
  },
  'dt-sql-parser'(dialect, sql) {
    const errors = grammars[dialect].validate(sql);
    return errors.length === 0 ? { ok: true } : { ok: false, error: `${errors[0].startLine}:${errors[0].startColumn} ${errors[0].message}` };
  },
};

function translate(dialect, sql) {
  const result = polyglot.transpile(sql, polyglotNames[dialect], 'duckdb');
  return result.success ? { ok: true, sql: result.sql.join(';\n') } : { ok: false, error: result.error };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { op, parser, dialect, sql } = JSON.parse(line);
  let answer;
  try {
    answer = op === 'translate' ? translate(dialect, sql) : parsers[parser](dialect, sql);
  } catch (error) {
    answer = { ok: false, error: String(error.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
