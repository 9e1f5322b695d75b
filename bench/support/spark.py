"""`spark.py <folder of Parquet> <query> <folder for what is left>`: prints Spark's own metrics of the stages as JSON."""

import json
import sys
import time
import urllib.request

from pyspark.sql import SparkSession

figures, query, left = sys.argv[1:]
spark = (
    SparkSession.builder.master("local-cluster[2,1,2048]")
    .config("spark.executor.memory", "2g")
    .config("spark.driver.memory", "2g")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
spark.read.parquet(figures).createOrReplaceTempView("figures")
rows = spark.table("figures").count()
counted = {stage["stageId"] for stage in json.load(urllib.request.urlopen(
    f"{spark.sparkContext.uiWebUrl}/api/v1/applications/{spark.sparkContext.applicationId}/stages"))}
start = time.monotonic()
with open(query, encoding="utf-8") as file:
    spark.sql(file.read()).write.mode("overwrite").parquet(left)
seconds = time.monotonic() - start
address = f"{spark.sparkContext.uiWebUrl}/api/v1/applications/{spark.sparkContext.applicationId}/stages?status=complete"
with urllib.request.urlopen(address) as answer:
    stages = [stage for stage in json.load(answer) if stage["stageId"] not in counted]
print(json.dumps({
    "version": spark.version,
    "rows": rows,
    "left": spark.read.parquet(left).count(),
    "stages": stages,
    "seconds": seconds,
}))
spark.stop()
