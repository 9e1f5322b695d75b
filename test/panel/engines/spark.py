"""Answers each line of standard input, a table and a query over it, with a line: what Spark leaves of it, as CSV."""

import glob
import json
import os
import sys
import tempfile

from pyspark.sql import SparkSession

folder = tempfile.mkdtemp()
spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", False)
    .config("spark.sql.shuffle.partitions", 2)
    # A query over a few rows takes its time to be compiled.
    .config("spark.sql.adaptive.enabled", False)
    .config("spark.sql.codegen.wholeStage", False)
    .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.sql.warehouse.dir", folder)
    .getOrCreate()
)
spark.sparkContext.setLogLevel("OFF")


def answer(columns, rows, types, sql):
    texts = spark.createDataFrame([tuple(row) for row in rows], ", ".join(f"`{name}` string" for name in columns))
    typed = (f"cast(nullif(`{name}`, '') as {types[name]}) as `{name}`" if name in types else f"`{name}`" for name in columns)
    texts.selectExpr(*typed).createOrReplaceTempView("panel")
    left = spark.sql(sql)
    written = os.path.join(folder, "left.csv")
    # Doubled quotation marks and empty texts as in CSV elsewhere: by itself Spark writes \" and "".
    left.coalesce(1).write.mode("overwrite").csv(written, header=True, escape='"', emptyValue="")
    (part,) = glob.glob(os.path.join(written, "part-*.csv"))
    with open(part, encoding="utf-8", newline="") as file:
        return file.read()


for line in sys.stdin:
    asked = json.loads(line)
    try:
        said = {"csv": answer(**asked)}
    except Exception as error:
        said = {"error": str(error)}
    print(json.dumps(said), flush=True)
