"""Answers each line of standard input, a table and a query over it, with a line: what ClickHouse leaves of it, as CSV."""

import json
import os
import sys
import tempfile

from chdb import session

clickhouse = session.Session()
folder = tempfile.mkdtemp()
rows = os.path.join(folder, "rows.ndjson")
AS_OTHERS_WRITE_IT = "settings format_csv_null_representation = ''"


def answer(columns, rows_of, types, sql):
    with open(rows, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows_of)
    named = ", ".join(f"`{name}` String" for name in columns)
    typed = ", ".join(f"cast(nullif(`{name}`, '') as Nullable({types[name]})) as `{name}`" if name in types else f"`{name}`" for name in columns)
    clickhouse.query("drop table if exists panel")
    clickhouse.query(f"create table panel engine = Memory as select {typed} from file('{rows}', 'JSONCompactEachRow', '{named}')")
    return clickhouse.query(f"{sql} {AS_OTHERS_WRITE_IT}", "CSVWithNames").bytes().decode("utf-8")


for line in sys.stdin:
    asked = json.loads(line)
    try:
        said = {"csv": answer(asked["columns"], asked["rows"], asked["types"], asked["sql"])}
    except Exception as error:
        said = {"error": str(error)}
    print(json.dumps(said), flush=True)
