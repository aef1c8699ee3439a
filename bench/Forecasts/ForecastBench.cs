using System.Diagnostics;
using System.Globalization;
using EcoPark.Analysis.Forecasts;

namespace EcoPark.Bench.Forecasts;

/// <summary>Back-tests of the forecast on public data: trained on the years before, forecast from every hour of the year after.</summary>
internal static class ForecastBench
{
    private static readonly int[] Shown = [1, 6, 24];

    /// <param name="beijingFolder">Folder of PRSA_Data_*.csv.gz (UCI 501); empty to leave out.</param>
    /// <param name="libertyFile">Feed_28_Liberty_ACHD.csv.gz of Smell Pittsburgh 2.1; empty to leave out.</param>
    /// <param name="stations">Stations of Beijing, comma separated; empty for all.</param>
    /// <param name="beijingTestFrom">First local hour of the test in Beijing.</param>
    public static void Run(string beijingFolder, string libertyFile, string stations, DateTime beijingTestFrom)
    {
        if (beijingFolder.Length > 0)
        {
            Console.WriteLine($"Beijing PM2.5, test from {beijingTestFrom:yyyy-MM-dd}, limit 75 µg/m³, warning 24 h ahead");
            var data = new BeijingData(beijingFolder);
            var asked = stations.Split(',', StringSplitOptions.RemoveEmptyEntries);
            List<BackTestReport> reports = [.. data.Stations.Where(station => asked.Length == 0 || asked.Contains(station))
                .Select(station => One(station, data.Of(station), BeijingData.Target, beijingTestFrom, new ForecastOptions { Limit = 75, Bearings = data.Bearings(station) }))];
            Mean(reports);
        }

        if (libertyFile.Length > 0)
        {
            Console.WriteLine($"Liberty H2S in ppb, test from {LibertyData.TestFrom:yyyy-MM-dd}, limit {LibertyData.LimitPpb} ppb, warning 24 h ahead");
            One("Liberty", LibertyData.Read(libertyFile), LibertyData.Target, LibertyData.TestFrom, new ForecastOptions { Limit = LibertyData.LimitPpb });
        }
    }

    private static BackTestReport One(string name, HourlyTable table, string target, DateTime testFrom, ForecastOptions options)
    {
        var testRow = (int)(testFrom - table.FirstHour).TotalHours;
        if (testRow <= 0 || testRow >= table.Length)
            throw new ArgumentException($"{name} has hours from {table.FirstHour:u} to {table.HourOf(table.Length - 1):u}; the test must begin within.");
        var (watch, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var trained = ForecastModel.Train(table.Rows(0, testRow), target, options);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: trained on {testRow} hours in {watch.Elapsed.TotalSeconds:0} s ({(process.TotalProcessorTime - processor).TotalSeconds:0} s of processor), peak {process.PeakWorkingSet64 >> 20} MB"));
        var report = BackTest.Score(trained, table, testRow);
        Print(report);
        return report;
    }

    private static void Print(BackTestReport report)
    {
        foreach (var score in report.Horizons.Where(score => Shown.Contains(score.Horizon)))
            Print($"{score.Horizon} h", score);
        foreach (var score in report.Days)
            Print($"day {score.Horizon}", score);
        Print("warnings", report.Onsets);
        Print("persistence", report.PersistenceOnsets);
    }

    private static void Print(string name, HorizonScore score) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {name,-6} RMSE {score.Rmse,6:0.00}  MAE {score.Mae,6:0.00}  persistence {score.PersistenceRmse,6:0.00}  climatology {score.ClimatologyRmse,6:0.00}  skill {score.Skill:0.000}  within interval {score.Coverage:0.000}  n {score.N}  {score.Method}"));

    private static void Print(string name, OnsetScore? score)
    {
        if (score is not null)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {name,-11} precision {score.Precision:0.000}  recall {score.Recall:0.000}  F1 {score.F1:0.000}  median lead {score.MedianLeadHours:0.#} h  ({score.Alarms} warnings, {score.FalseAlarms} false, {score.Onsets} onsets, {score.Hits} hit; from {score.Threshold:0.###})"));
        }
    }

    private static void Mean(List<BackTestReport> reports)
    {
        Console.WriteLine($"Mean of {reports.Count} stations");
        foreach (var horizon in Shown)
        {
            var scores = reports.Select(report => report.Horizons[horizon - 1]).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {horizon,2} h  RMSE {scores.Average(score => score.Rmse):0.00}  persistence {scores.Average(score => score.PersistenceRmse):0.00}  skill {scores.Average(score => score.Skill):0.000}  within interval {scores.Average(score => score.Coverage):0.000}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  warnings     precision {reports.Average(one => one.Onsets!.Precision):0.000}  recall {reports.Average(one => one.Onsets!.Recall):0.000}  lead {reports.Average(one => one.Onsets!.MedianLeadHours):0.0} h"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  persistence  precision {reports.Average(one => one.PersistenceOnsets!.Precision):0.000}  recall {reports.Average(one => one.PersistenceOnsets!.Recall):0.000}  lead {reports.Average(one => one.PersistenceOnsets!.MedianLeadHours):0.0} h"));
    }
}
