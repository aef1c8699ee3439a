using System.Globalization;
using EcoPark.Bench;
using EcoPark.Bench.Forecasts;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string Option(string name, string fallback) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
var seconds = int.Parse(Option("--seconds", "60"), CultureInfo.InvariantCulture);
switch (args.FirstOrDefault())
{
    case "parser":
        ParserBench.Run();
        return 0;
    case "end-to-end":
        await EndToEndBench.Run(Option("--store", "sqlite") == "postgres", TimeSpan.FromSeconds(seconds), int.Parse(Option("--rate", "0"), CultureInfo.InvariantCulture));
        return 0;
    case "alarms":
        await AlarmBench.Run(Option("--store", "sqlite") == "postgres", int.Parse(Option("--rate", "1000"), CultureInfo.InvariantCulture), int.Parse(Option("--rounds", "20"), CultureInfo.InvariantCulture));
        return 0;
    case "week":
        await WeekBench.Run(Option("--store", "sqlite") == "postgres", Option("--seeds", "1,2").Split(',').Select(seed => int.Parse(seed, CultureInfo.InvariantCulture)));
        return 0;
    case "forecast":
        ForecastBench.Run(Option("--beijing", ""), Option("--liberty", ""), Option("--stations", ""),
            DateTime.Parse(Option("--test-from", "2015-03-01"), CultureInfo.InvariantCulture));
        return 0;
    case "quality":
        await QualityBench.Run(Option("--beijing", ""), int.Parse(Option("--stations", "100"), CultureInfo.InvariantCulture), Option("--store", "sqlite") == "postgres", Option("--london", ""), Option("--liberty", ""), Option("--keep", ""));
        return 0;
    case "relay":
        await RelayBench.Run(Option("--store", "sqlite") == "postgres", int.Parse(Option("--backlog", "20000"), CultureInfo.InvariantCulture));
        return 0;
    case "outlets":
        await OutletBench.Run(int.Parse(Option("--outlets", "300"), CultureInfo.InvariantCulture), Option("--store", "sqlite") == "postgres");
        return 0;
    case "ldar":
        await LdarBench.Run(int.Parse(Option("--points", "100000"), CultureInfo.InvariantCulture), Option("--store", "sqlite") == "postgres");
        return 0;
    case "waste":
        await WasteBench.Run(int.Parse(Option("--rows", "20000"), CultureInfo.InvariantCulture), Option("--store", "sqlite") == "postgres");
        return 0;
    case "import":
        await ImportBench.Run(int.Parse(Option("--rows", "100000"), CultureInfo.InvariantCulture), Option("--store", "sqlite") == "postgres");
        return 0;
    default:
        Console.WriteLine("""
            parser                                            telegrams/s and MB/s of the parser, beside a memory scan and a string-splitting parser
            end-to-end [--store sqlite|postgres] [--seconds N] [--rate N]
                                                              loggers → socket → durable → answered, beside a raw bulk load of the same rows
            alarms [--store sqlite|postgres] [--rate N] [--rounds N]
                                                              from the telegram on the socket to the tone on a page, at 1,000 telegrams/s and among 200 other alarms
            week [--store sqlite|postgres] [--seeds 1,2]      precision and recall of the alarms of a generated week with 30 labelled events, for each seed
            forecast [--beijing FOLDER] [--stations A,B] [--test-from 2015-03-01] [--liberty FILE]
                                                              back-test of the forecast: RMSE and skill at 1, 6, 24 h and three days, warnings of exceedances
            quality --beijing FOLDER [--stations 100] [--store sqlite|postgres] [--london FILE] [--liberty FILE] [--keep FOLDER]
                                                              import, roll-up, statistics, judged hours of real stations
            relay [--backlog 20000] [--store sqlite|postgres]
                                                              what an outage of the upper platform held back goes up in its order
            outlets [--outlets 300] [--store sqlite|postgres]
                                                              a month of hourly validity, correction, replacement and emissions of outlets with six factors, worked up anew and kept
            import [--rows 100000] [--store sqlite|postgres]  a workbook and a text of so many rows into records
            ldar [--points 100000] [--store sqlite|postgres]  so many seal points of five enterprises, each from a workbook of its own, a reading of each, and what is worked out of them
            waste [--rows 20000] [--store sqlite|postgres]    a year of a waste ledger from one workbook, and what is worked out of it
            """);
        return 2;
}
