using System.Globalization;
using System.Text;

namespace EcoPark.Bench;

/// <summary>The reference: how one would read HJ 212 in an afternoon, with Split and dictionaries.</summary>
internal static class SplittingParser
{
    public sealed record Parsed(Dictionary<string, string> Header, DateTime DataTime, Dictionary<string, Dictionary<string, string>> Factors)
    {
        /// <summary>The numbers, so that both parsers do the whole work.</summary>
        public double Sum() => Factors.Values.Sum(factor => double.Parse(factor["Rtd"], CultureInfo.InvariantCulture));
    }

    public static Parsed? Parse(ReadOnlySpan<byte> frame)
    {
        var text = Encoding.ASCII.GetString(frame);
        if (!text.StartsWith("##", StringComparison.Ordinal) || !text.EndsWith("\r\n", StringComparison.Ordinal))
            return null;
        var length = int.Parse(text.Substring(2, 4), CultureInfo.InvariantCulture);
        var segment = text.Substring(6, length);
        if (Crc(segment) != Convert.ToUInt16(text.Substring(6 + length, 4), 16))
            return null;

        var split = segment.Split("CP=&&");
        var header = split[0].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        var factors = new Dictionary<string, Dictionary<string, string>>();
        var dataTime = default(DateTime);
        foreach (var group in split[1].Replace("&&", "", StringComparison.Ordinal).Split(';'))
        {
            foreach (var field in group.Split(','))
            {
                var pair = field.Split('=');
                if (pair[0] == "DataTime")
                {
                    dataTime = DateTime.ParseExact(pair[1], "yyyyMMddHHmmss", CultureInfo.InvariantCulture);
                    continue;
                }

                var name = pair[0].Split('-');
                if (!factors.TryGetValue(name[0], out var factor))
                    factors[name[0]] = factor = [];
                factor[name[1]] = pair[1];
            }
        }

        return new Parsed(header, dataTime, factors);
    }

    /// <summary>The loop of HJ 212-2017 annex A, bit by bit.</summary>
    private static ushort Crc(string segment)
    {
        var crc = 0xFFFF;
        foreach (var one in segment)
        {
            crc = (crc >> 8) ^ one;
            for (var bit = 0; bit < 8; bit++)
            {
                var carry = crc & 1;
                crc >>= 1;
                if (carry == 1)
                    crc ^= 0xA001;
            }
        }

        return (ushort)crc;
    }
}
