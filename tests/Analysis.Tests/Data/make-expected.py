#!/usr/bin/env python3
"""Makes the slices of real data and the expected values of these tests with NumPy, SciPy, pandas and statsmodels (Debian 12:
python3-scipy 1.10.1, python3-pandas 1.5.3, python3-statsmodels 0.13.5), that is with none of our own code.

  openair-hourly.csv.gz   rows 2000-01-01 .. 2000-03-31 of openair's mydata.csv (London Marylebone Road; package MIT, data UK OGL v2)
  openair-monthly.csv     monthly means of the same file, 1998 .. 2005, months with under 75 % of the hours left out
  expected.json           expected values

Usage: make-expected.py /path/to/openair/mydata.csv.gz
"""
import itertools
import json
import sys

import numpy as np
import pandas as pd
from scipy import optimize, ndimage, stats
from statsmodels.nonparametric.smoothers_lowess import lowess
from statsmodels.stats.multitest import multipletests

table = pd.read_csv(sys.argv[1], parse_dates=["date"]).set_index("date")
# "calm with direction" rows of the file have no direction; an hour on a full grid
table = table.reindex(pd.date_range(table.index[0], table.index[-1], freq="h"))
hourly = table.loc["2000-01-01":"2000-03-31 23:00", ["ws", "wd", "nox", "no2", "o3", "pm10", "so2", "co"]]
hourly.to_csv("openair-hourly.csv.gz", index_label="date", compression={"method": "gzip", "mtime": 0})
hourly = pd.read_csv("openair-hourly.csv.gz", parse_dates=["date"]).set_index("date")
values = table[["nox", "no2", "o3", "so2"]]
enough = values.resample("MS").count() >= 0.75 * values.resample("MS").size().to_frame().values
monthly = values.resample("MS").mean().where(enough).round(1)
monthly = monthly.loc[:"2005-06"]
monthly.to_csv("openair-monthly.csv", index_label="date")
monthly = pd.read_csv("openair-monthly.csv", parse_dates=["date"]).set_index("date")

expected = {}


def variance(v):
    ties = pd.Series(v).value_counts()
    n = len(v)
    return (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18


def score(v):
    return int(sum(np.sign(b - a) for a, b in itertools.combinations(v, 2)))


def z_p(s, var):
    z = (s - np.sign(s)) / np.sqrt(var)
    return float(z), float(2 * stats.norm.sf(abs(z)))


def kendall(x):
    at = np.flatnonzero(np.isfinite(x))
    v = x[at]
    s, var = score(v), variance(v)
    # The same S by SciPy's tau-b: S = tau * sqrt((n0 - n1) * n0).
    n0 = len(v) * (len(v) - 1) / 2
    n1 = sum(t * (t - 1) / 2 for t in pd.Series(v).value_counts())
    assert abs(stats.kendalltau(at, v).statistic * np.sqrt((n0 - n1) * n0) - s) < 1e-6
    z, p = z_p(s, var)
    slope, intercept, low, high = stats.theilslopes(v, at, 0.95)
    return dict(n=len(v), s=s, variance=var, z=z, p=p, slope=slope, lower=low, upper=high, intercept=intercept)


def seasonal(x):
    s = var = n = 0
    slopes, parts = [], []
    for m in range(12):
        v = x[m::12]
        at = np.flatnonzero(np.isfinite(v))
        v = v[at]
        n, s, var = n + len(v), s + score(v), var + variance(v)
        parts.append(score(v) / np.sqrt(variance(v)))
        slopes += [(b - a) / (j - i) for (i, a), (j, b) in itertools.combinations(zip(at, v), 2)]
    z, p = z_p(s, var)
    chi = sum(q * q for q in parts) - 12 * np.mean(parts) ** 2
    return dict(n=n, s=s, variance=var, z=z, p=p, slope=float(np.median(slopes)), heterogeneity=float(stats.chi2.sf(chi, 11)))


expected["kendall"] = {c: kendall(monthly[c].values) for c in monthly}
expected["seasonal"] = {c: seasonal(monthly[c].values) for c in monthly}

nox = hourly["nox"].values
run = np.flatnonzero(np.isfinite(nox[:200]))
expected["lowess"] = lowess(nox[:200][run], run, frac=0.3, it=0, delta=0).T[1].tolist()
mask = np.isfinite(nox).astype(float)
kernel = lambda a: ndimage.gaussian_filter1d(a, 4.0, mode="constant", truncate=3.0)
smooth = kernel(np.nan_to_num(nox)) / kernel(mask)
expected["gaussian"] = [None if m == 0 else float(v) for v, m in zip(smooth[:300], mask[:300])]

factors = ["nox", "no2", "o3", "pm10", "so2", "co"]
pairs = []
for a, b in itertools.combinations(factors, 2):
    both = hourly[[a, b]].dropna()
    r, s = stats.pearsonr(both[a], both[b]), stats.spearmanr(both[a], both[b])
    pairs.append(dict(a=a, b=b, n=len(both), pearson=r.statistic, pearsonP=r.pvalue, spearman=s.statistic, spearmanP=s.pvalue))
expected["pairs"] = pairs
week = hourly.iloc[:48]
small = []
for a, b in itertools.combinations(factors, 2):
    both = week[[a, b]].dropna()
    small.append(stats.pearsonr(both[a], both[b]))
expected["week"] = dict(p=[t.pvalue for t in small], adjusted=multipletests([t.pvalue for t in small], method="fdr_bh")[1].tolist())
lags = []
for lag in range(-24, 25):
    both = pd.concat([hourly["nox"], hourly["o3"].shift(-lag)], axis=1).dropna()
    lags.append(dict(lag=lag, n=len(both), r=stats.pearsonr(both.iloc[:, 0], both.iloc[:, 1]).statistic))
expected["lags"] = lags

pm10 = hourly["pm10"].dropna().values
expected["quantiles"] = {str(q): float(np.quantile(pm10, q)) for q in (0, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1)}
q1, q3 = np.quantile(pm10, [0.25, 0.75])
inside = pm10[(pm10 >= q1 - 1.5 * (q3 - q1)) & (pm10 <= q3 + 1.5 * (q3 - q1))]
expected["box"] = dict(n=len(pm10), lower=float(inside.min()), upper=float(inside.max()), outliers=len(pm10) - len(inside))
expected["mad"] = float(stats.median_abs_deviation(pm10) * 1.4826)
expected["hour"] = hourly["nox"].groupby(hourly.index.hour).mean().tolist()
expected["weekday"] = hourly["nox"].groupby(hourly.index.dayofweek).mean().tolist()
expected["days"] = hourly["nox"].resample("D").mean().tolist()

wind = hourly.dropna(subset=["ws", "wd"])
windy = wind[wind.ws >= 0.5]
sector = ((windy.wd + 11.25) % 360 // 22.5).astype(int)
speed = np.digitize(windy.ws, [2, 4, 6], right=True)
expected["rose"] = pd.crosstab(sector, speed).reindex(index=range(16), columns=range(4), fill_value=0).values.tolist()
both = windy.dropna(subset=["nox"])
sector = ((both.wd + 11.25) % 360 // 22.5).astype(int)
high = both.nox >= np.quantile(both.nox, 0.75)
expected["cpf"] = dict(m=high.groupby(sector).sum().reindex(range(16), fill_value=0).tolist(), n=sector.value_counts().reindex(range(16), fill_value=0).tolist())

whole = hourly.dropna(subset=["ws", "wd", "nox"])
most = whole.ws.max()
ds = ((whole.wd + 5) % 360 // 10).astype(int)
us = np.minimum((whole.ws / most * 30).astype(int), 29)
bins = whole.nox.groupby([ds, us]).agg(["mean", "count"]).reset_index()
bins.columns = ["d", "u", "mean", "count"]
speeds = (bins.u + 0.5) * most / 30
cells = []
for u, v in [(0.0, 3.0), (3.0, 0.0), (-2.0, -2.0), (1.0, -4.0), (-5.0, 1.0)]:
    theta = np.degrees(np.arctan2(u, v))
    turn = np.abs((bins.d * 10 - theta + 180) % 360 - 180)
    w = np.minimum(bins["count"] / 4, 1) * np.exp(-0.5 * (turn / 4) ** 2) * np.exp(-0.5 * ((speeds - np.hypot(u, v)) / 1.5) ** 2)
    cells.append(dict(u=u, v=v, value=float((np.sum(w * np.sqrt(bins["mean"])) / np.sum(w)) ** 2)))
expected["polar"] = dict(most=float(most), cells=cells)

rng = np.random.default_rng(7)
truth = rng.normal(50, 20, 300)
forecasts = np.stack([truth + rng.normal(b, s, 300) for b, s in [(0, 10), (2, 12), (-3, 9), (0, 30)]], axis=1).round(3)
truth = truth.round(3)
errors = forecasts - truth[:, None]
product = errors.T @ errors / 300
prior = np.array([0, 0.25, 0.25, 0.5])
penalty = 0.03 * prior @ np.diag(product)
loss = lambda w: w @ product @ w + penalty * np.sum((w - prior) ** 2)
best = optimize.minimize(loss, prior, method="SLSQP", bounds=[(0, 1)] * 4, constraints=dict(type="eq", fun=lambda w: w.sum() - 1), options=dict(ftol=1e-14))
expected["blend"] = dict(forecasts=forecasts.tolist(), outcomes=truth.tolist(), prior=prior.tolist(), weights=best.x.tolist())

x = hourly[["nox", "o3", "pm10"]].dropna().values[:400]
y = 3 + x @ np.array([0.1, -0.4, 0.7]) + rng.normal(0, 5, 400).round(2)
z = np.clip((x - x.mean(0)) / x.std(0), -4, 4)
weights = np.linalg.solve(z.T @ z + 0.1 * 400 * np.eye(3), z.T @ (y - y.mean()))
expected["ridge"] = dict(x=x.tolist(), y=y.tolist(), fitted=(y.mean() + z @ weights).tolist())

json.dump(expected, open("expected.json", "w"), indent=1)
