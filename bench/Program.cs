using System.Globalization;
using EcoPark.Bench;

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
    default:
        Console.WriteLine("""
            parser                                            telegrams/s and MB/s of the parser, beside a memory scan and a string-splitting parser
            end-to-end [--store sqlite|postgres] [--seconds N] [--rate N]
                                                              loggers → socket → durable → answered, beside a raw bulk load of the same rows
            """);
        return 2;
}
