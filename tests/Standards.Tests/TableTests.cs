using System.Globalization;
using System.Reflection;
using CsCheck;
using EcoPark.Standards.Air;
using EcoPark.Standards.Soil;
using EcoPark.Standards.Water;

namespace EcoPark.Standards.Tests;

/// <summary>Whole tables of standards, each figure through the judgement: at the limit, and just beyond it. Origin in the head of each file under Tables.</summary>
public sealed class TableTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);
    private static readonly WaterClass[] Classes = [WaterClass.I, WaterClass.II, WaterClass.III, WaterClass.IV, WaterClass.V];

    [Fact]
    public void Sub_indices_of_HJ_633()
    {
        var rows = Rows("aqi-hub.csv");
        rows.Count.ShouldBe(102);
        foreach (var row in rows)
        {
            var (pollutant, averaging) = row["item"] switch
            {
                "PM25_24H" => (AirPollutant.Pm25, Averaging.Day),
                "PM25_1H" => (AirPollutant.Pm25, Averaging.Hour),
                "PM10_24H" => (AirPollutant.Pm10, Averaging.Day),
                "PM10_1H" => (AirPollutant.Pm10, Averaging.Hour),
                "SO2_1H" => (AirPollutant.SulphurDioxide, Averaging.Hour),
                "NO2_24H" => (AirPollutant.NitrogenDioxide, Averaging.Day),
                "NO2_1H" => (AirPollutant.NitrogenDioxide, Averaging.Hour),
                "CO_24H" => (AirPollutant.CarbonMonoxide, Averaging.Day),
                "CO_1H" => (AirPollutant.CarbonMonoxide, Averaging.Hour),
                "O3_1H" => (AirPollutant.Ozone, Averaging.Hour),
                "O3_8H" => (AirPollutant.Ozone, Averaging.DailyMaximumEightHours),
                var other => throw new InvalidOperationException(other),
            };
            AirQualityIndex.SubIndexOf(pollutant, averaging, Figure(row["value"]), Day)!.Index.ShouldBe(row["index"].Length == 0 ? null : (int)Figure(row["index"]), $"{row["item"]} {row["value"]}");
        }
    }

    [Fact]
    public void Classes_of_GB_3838()
    {
        foreach (var row in Rows("gb3838-table1.csv"))
        {
            foreach (var body in new[] { WaterBody.River, WaterBody.Lake }.Where(body => row["body"] == "both" || string.Equals(row["body"], body.ToString(), StringComparison.OrdinalIgnoreCase)))
            {
                var limits = Classes.Select(one => Figure(row[one.ToString()])).ToList();
                var isLower = row["factor"] == "溶解氧";
                var unit = row["factor"] == "粪大肠菌群" ? Unit.Of("个/L") : Unit.MilligramsPerLitre;
                for (var at = 0; at < limits.Count; at++)
                {
                    // The first class that has this limit, and beyond it the first that has a wider one.
                    var within = Classes[limits.IndexOf(limits[at])];
                    var beyond = limits.FindIndex(limit => isLower ? limit < limits[at] : limit > limits[at]) is >= 0 and var next ? Classes[next] : WaterClass.InferiorV;
                    ClassOf(limits[at]).ShouldBe(within, $"{row["factor"]} {body} {limits[at]}");
                    ClassOf(limits[at] * (isLower ? 0.999m : 1.001m)).ShouldBe(beyond, $"{row["factor"]} {body} beyond {limits[at]}");
                }

                WaterClass? ClassOf(decimal value) => WaterQuality.OfSurfaceWater(new WaterSample { Day = Day, Body = body, Results = [new(row["factor"], value, unit)] }).Factors[0].Class;
            }
        }
    }

    [Fact]
    public void Classes_of_GB_14848()
    {
        foreach (var row in Rows("gb14848.csv"))
        {
            var limits = Classes[..4].Select(one => Figure(row[one.ToString()])).ToList();
            for (var at = 0; at < limits.Count; at++)
            {
                ClassOf(limits[at]).ShouldBe(Classes[limits.IndexOf(limits[at])], $"{row["factor"]} {limits[at]}");
                ClassOf(limits[at] * 1.001m).ShouldBe(limits.FindIndex(limit => limit > limits[at]) is >= 0 and var next ? Classes[next] : WaterClass.V, $"{row["factor"]} beyond {limits[at]}");
            }

            WaterClass? ClassOf(decimal value) => WaterQuality.OfGroundwater(new WaterSample { Day = Day, Results = [new(row["factor"], value, Unit.Of(row["unit"]))] }).Factors[0].Class;
        }
    }

    [Fact]
    public void Screening_values_of_GB_36600()
    {
        foreach (var row in Rows("gb36600-table1.csv", ';'))
        {
            foreach (var (land, column) in new[] { (LandClass.First, "first"), (LandClass.Second, "second") })
            {
                SoilFactor Of(decimal value) => SoilQuality.Judge([new FactorResult(row["factor"], value, Unit.MilligramsPerKilogram)], land, Day).Factors[0];
                var limit = Figure(row[column]);
                (Of(limit).Risk, Of(limit).ScreeningValue).ShouldBe((SoilRisk.Negligible, limit), $"{row["factor"]} {land}");
                Of(limit * 1.001m).Risk.ShouldNotBe(SoilRisk.Negligible, $"{row["factor"]} {land}");
            }
        }
    }

    /// <summary>HJ 663-2013 appendix A: k = 1 + (n − 1)·p, linear between the order statistics; worked out here in whole numbers.</summary>
    [Fact]
    public void Percentiles_of_HJ_663() => Gen.Select(Gen.Int[0, 500].Array[1, 366], Gen.Int[90, 98]).Sample((days, percent) =>
    {
        Array.Sort(days);
        var hundredths = (days.Length - 1) * percent;
        var (below, rest) = (hundredths / 100, hundredths % 100);
        var expected = days[below] + (rest == 0 ? 0m : (days[below + 1] - days[below]) * rest / 100m);
        Percentile.Of(days.Select(day => (decimal)day), percent).ShouldBe(expected);
    });

    private static List<Dictionary<string, string>> Rows(string file, char separator = ',')
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("EcoPark.Standards.Tests.Tables." + file)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).Select(line => line.TrimEnd('\r').Split(separator)).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static decimal Figure(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
