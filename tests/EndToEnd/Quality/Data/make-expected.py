"""Makes dongsi-2015.csv.gz and dongsi-2015.json beside this file.

Origin: UCI 501 "Beijing Multi-Site Air-Quality Data" (CC BY 4.0), station Dongsi, the hours of 2015 (wall clock of Beijing).
The figures are worked out with pandas and NumPy alone, by the rules of GB 3095-2012 table 4 (a day needs 20 valid hours) and
HJ 663 (percentiles by linear interpolation, daily maximum of the 8-hour means of ozone that lie within the day, six hours of
eight, fourteen of seventeen means unless the limit is exceeded all the same; whole micrograms are set against the limit, halves
rounded to the even digit as GB/T 8170 and NumPy do).

Usage: make-expected.py PRSA_Data_Dongsi_20130301-20170228.csv.gz
"""
import gzip, json, os, sys
import numpy as np, pandas as pd

here = os.path.dirname(os.path.abspath(__file__))
data = pd.read_csv(sys.argv[1])
data = data[data.year == 2015]
with gzip.GzipFile(os.path.join(here, "dongsi-2015.csv.gz"), "wb", mtime=0) as out:
    out.write(data.to_csv(index=False, na_rep="NA").encode())
data.index = pd.to_datetime(data[["year", "month", "day", "hour"]])

def days(column):
    groups = column.groupby(column.index.date)
    return groups.mean()[groups.count() >= 20]

def ozone(column, limit=160):
    found = {}
    for day, hours in column.groupby(column.index.date):
        means = [hours.values[end - 8:end] for end in range(8, 25)]
        means = [np.nanmean(eight) for eight in means if np.isfinite(eight).sum() >= 6]
        if len(means) >= 14 or (means and max(means) > limit):
            found[day] = max(means)
    return pd.Series(found)

series = {"a34004": (days(data["PM2.5"]), 75, 95), "a34002": (days(data["PM10"]), 150, 95), "a21026": (days(data["SO2"]), 150, 98), "a21004": (days(data["NO2"]), 80, 98), "a05024-8h": (ozone(data["O3"]), 160, 90)}
expected = []
for factor, (values, limit, percent) in series.items():
    for month, part in values.groupby(lambda day: day.month):
        expected.append({"factor": factor, "month": int(month), "valid": int(part.size), "mean": float(part.mean()), "max": float(part.max()), "min": float(part.min()), "percentile": float(np.percentile(part, percent)), "exceeding": int((part.round() > limit).sum())})
with open(os.path.join(here, "dongsi-2015.json"), "w") as out:
    json.dump(expected, out, indent=0)
print(len(expected))

# Days by level and by primary pollutant of HJ 633-2012: indices rounded up, concentrations as published (whole micrograms, tenths of a milligram of CO).
index = [0, 50, 100, 150, 200, 300, 400, 500]
bounds = {
    "PM2.5": [0, 35, 75, 115, 150, 250, 350, 500], "PM10": [0, 50, 150, 250, 350, 420, 500, 600], "SO2": [0, 50, 150, 475, 800, 1600, 2100, 2620],
    "NO2": [0, 40, 80, 180, 280, 565, 750, 940], "CO": [0, 2, 4, 14, 24, 36, 48, 60], "O3": [0, 160, 200, 300, 400, 800, 1000, 1200], "O3-8h": [0, 100, 160, 215, 265, 800],
}
items = {name: days(data[name]).round() for name in ["PM2.5", "PM10", "SO2", "NO2"]}
items["CO"] = (days(data["CO"]) / 1000).round(1)
items["O3"] = data["O3"].groupby(data.index.date).max().round()
items["O3-8h"] = ozone(data["O3"]).round()
levels, primary = [0] * 6, {}
for day in sorted(set(data.index.date)):
    found = {name: np.ceil(np.round(np.interp(values[day], bounds[name], index[:len(bounds[name])]), 9)) for name, values in items.items() if day in values.index}
    worst = max(found.values())
    levels[sum(worst > bound for bound in (50, 100, 150, 200, 300))] += 1
    for name in {name.replace("-8h", "") for name, value in found.items() if value == worst and worst > 50}:
        primary[name] = primary.get(name, 0) + 1
print(levels, primary)
