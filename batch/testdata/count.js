// Counts the rows of the Parquet files of a folder with DuckDB, and reads a nested column, a day and a decimal of them.
const { DuckDBInstance } = require('@duckdb/node-api');
const fs = require('fs'), path = require('path');

(async () => {
  const dir = process.argv[2];
  const db = await (await DuckDBInstance.create()).connect();
  const ask = async (sql) => (await db.runAndReadAll(sql)).getRowsJson();
  for (const f of fs.readdirSync(dir).sort()) {
    const [[n]] = await ask(`SELECT count(*) FROM '${path.join(dir, f)}'`);
    console.log(`${path.basename(f, '.parquet')} ${n}`);
  }
  const type = async (table, column) => (await ask(`SELECT typeof(${column}) FROM '${path.join(dir, table)}.parquet' LIMIT 1`))[0][0];
  console.log('types', await type('articles', 'published_date'), await type('posts', 'place_path'), await type('quantities', 'value'),
    await type('quantities', 'value_num'), await type('tenures', 'changes'));
  const [[sum]] = await ask(`SELECT count(*) FROM '${dir}/claims.parquet' c JOIN '${dir}/quantities.parquet' q USING (article, quantity)`);
  console.log('joined', sum);
})();
