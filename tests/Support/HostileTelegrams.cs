using System.Globalization;
using System.Text;
using EcoPark.Hj212;

namespace EcoPark.Support;

/// <summary>Telegrams with the right length and CRC that hold anything at all in any of their fields.</summary>
/// <param name="seed">Of the same seed always the same telegrams.</param>
/// <param name="mn">MN where it is not replaced.</param>
/// <param name="wallClock">QN and DataTime where they are not replaced.</param>
public sealed class HostileTelegrams(int seed, string mn, DateTime wallClock)
{
    private static readonly ushort[] Commands = [.. Enum.GetValues<CommandCode>().Select(command => (ushort)command), 2099, 8888, 9999];

    private static readonly string[] PlainNames = ["QnRtn", "ExeRtn", "SystemTime", "PolId", "InfoId", "BeginTime", "EndTime", "RestartTime", "AlarmTime", "VaseNo", "NewPW", "QN", "CstartTime", "i23005-Info", "i12001-Info", "i11001-Info", "SB1-RS", "SB1-RT"];

    private static readonly string[] Kinds = ["Rtd", "Avg", "Min", "Max", "Cou", "ZsRtd", "ZsAvg", "Flag", "EFlag", "SampleTime", "Data", "DayData", "NightData", "SN", "Info", "SampleRd", "StandardValue", "ResultType", "Own"];

    private static readonly string[] Codes = ["w01018", "w21003", "a34001", "LA", "Leq", "i13001", "w01018\n", "\0", "中文", "a-b-c", "<i>", new('z', 30), new('z', 21), "011"];

    private static readonly string[] OddValues =
    [
        "", "\0", "0", "-1", "00010101000000000", "00010101000000", "99991231235959999", "99991231235959", "19700101000000", "20260229000000", "1e308", "-1e308", "NaN", "∞", "\uFFFD", "\uFEFF",
        "0123456789ABCDEF0123\0", "AAAA\n", "' OR 1=1 --", "<b>", "4", "7", "9999", "255", "65535", new('9', 700), new('名', 300), "//", "//#1##2 wash//", "{0xE4}", "{0x", "\u001b[2J", "𠮷𠮷𠮷", "=", "%d", "../..",
    ];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var fields = new List<(string Name, byte[] Value)>
        {
            ("QN", Bytes(wallClock.AddMilliseconds(_random.Next(1000)).ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture))),
            ("ST", Bytes("32")),
            ("CN", Bytes(Commands[_random.Next(Commands.Length)].ToString("0000", CultureInfo.InvariantCulture))),
            ("PW", Bytes("123456")),
            ("MN", Bytes(mn)),
            ("Flag", Bytes("5")),
        };
        if (_random.Next(3) == 0)
            fields = [.. fields[..5], ("Flag", Bytes("7")), ("PNUM", Bytes("2")), ("PNO", Bytes(_random.Next(1, 3).ToString(CultureInfo.InvariantCulture)))];
        for (var change = _random.Next(3); change > 0; change--)
        {
            var at = _random.Next(fields.Count);
            fields[at] = (fields[at].Name, Odd());
        }

        var segment = new List<byte>();
        foreach (var (name, value) in fields)
            segment.AddRange([.. Bytes(name), (byte)'=', .. value, (byte)';']);
        return TelegramWriter.Frame([.. segment, .. "CP=&&"u8, .. DataArea(), .. "&&"u8]);
    }

    private byte[] DataArea()
    {
        var area = new List<byte>();
        if (_random.Next(4) != 0)
            area.AddRange([.. "DataTime="u8, .. _random.Next(4) == 0 ? Odd() : Bytes(wallClock.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)), (byte)';']);
        for (var field = _random.Next(6); field > 0; field--)
        {
            var name = _random.Next(2) == 0 ? Pick(PlainNames) : $"{Pick(Codes)}-{Pick(Kinds)}";
            area.AddRange([.. Bytes(name), (byte)'=', .. _random.Next(2) == 0 ? Odd() : Bytes("1.5"), _random.Next(2) == 0 ? (byte)',' : (byte)';']);
        }

        return [.. area];
    }

    /// <summary>Something odd, or any bytes.</summary>
    private byte[] Odd()
    {
        if (_random.Next(3) != 0)
            return Bytes(Pick(OddValues));
        var bytes = new byte[_random.Next(40)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
