using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using EcoPark.Hj212;
using EcoPark.Simulator;

namespace EcoPark.Bench;

/// <summary>One core; every telegram has ten factors with value and flag.</summary>
internal static class ParserBench
{
    private const int Telegrams = 20_000;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(3);

    public static void Run()
    {
        var frames = Frames();
        var bytes = frames.SelectMany(frame => frame).ToArray();
        Console.WriteLine($"{Telegrams} telegrams, {bytes.Length / Telegrams} bytes each, {LoadGenerator.FactorCodes.Count} factors; one core");

        var expected = frames.Sum(frame => SplittingParser.Parse(frame)!.Sum());
        var scan = Measure("memory scan (vectorised count of ';')", bytes.Length, () => bytes.AsSpan().Count((byte)';'), null);
        var splitting = Measure("string splitting, CRC bit by bit", bytes.Length, () => frames.Sum(frame => SplittingParser.Parse(frame)!.Sum()), expected);
        var ours = Measure("EcoPark.Hj212: frame, CRC, fields, numbers", bytes.Length, () => Ours(bytes), expected);
        Console.WriteLine($"EcoPark.Hj212 is {ours / splitting:0.0} times as fast as string splitting, {scan / ours:0.0} times slower than the scan.");
    }

    private static double Ours(byte[] bytes)
    {
        var (sum, buffer) = (0.0, new ReadOnlySequence<byte>(bytes));
        while (FrameReader.Read(ref buffer, isQuiet: false, out var frame, out _) == FrameStatus.Frame)
        {
            if (!Telegram.TryParse(frame, null, out var telegram, out _))
                throw new InvalidOperationException("A frame of the generator could not be read.");
            var readings = telegram!.Readings;
            while (readings.MoveNext())
                sum += readings.Current.Rtd;
        }

        return sum;
    }

    private static double Measure(string name, int bytes, Func<double> run, double? expected)
    {
        if (run() is var result && expected is { } sum && Math.Abs(result - sum) > 1e-6 * sum)
            throw new InvalidOperationException($"{name} read {result}, not {sum}.");
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < TimeSpan.FromSeconds(1);)
            run();
        var (rounds, before, watch) = (0, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        for (; watch.Elapsed < Long; rounds++)
            run();
        watch.Stop();
        var perSecond = rounds * (double)Telegrams / watch.Elapsed.TotalSeconds;
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / ((double)rounds * Telegrams);
        Console.WriteLine($"{name,-46} {perSecond,14:N0} telegrams/s {rounds * (bytes / 1e6) / watch.Elapsed.TotalSeconds,10:N0} MB/s {allocated,8:N0} bytes allocated each");
        return perSecond;
    }

    private static byte[][] Frames()
    {
        var (random, start) = (new Random(212), new DateTime(2026, 8, 1));
        return [.. Enumerable.Range(0, Telegrams).Select(i => TelegramWriter.Write(
            new Address("320100000000000000000001", "123456", ProtocolVersion.V2017, "32"), start.AddSeconds(i), CommandCode.RealTimeData,
            $"DataTime={start.AddSeconds(i):yyyyMMddHHmmss};" + string.Join(';', LoadGenerator.FactorCodes.Select(code => string.Create(CultureInfo.InvariantCulture, $"{code}-Rtd={random.NextDouble() * 500:0.00},{code}-Flag=N"))),
            wantsAnswer: true))];
    }
}
