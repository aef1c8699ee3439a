namespace EcoPark.Hj212;

/// <summary>What a telegram says of one factor. Absent or unreadable numbers are NaN.</summary>
public struct FactorReading
{
    /// <summary>A mark that is no letter of table 8, such as those of operating conditions (ST=45, 2025): never taken for a valid reading.</summary>
    public const char UnknownFlag = '?';

    /// <summary>Data flag; '\0' where absent.</summary>
    public char Flag { get; internal set; }

    public double Rtd { get; internal set; }

    public double Min { get; internal set; }

    public double Avg { get; internal set; }

    public double Max { get; internal set; }

    public double ZsRtd { get; internal set; }

    public double ZsMin { get; internal set; }

    public double ZsAvg { get; internal set; }

    public double ZsMax { get; internal set; }

    /// <summary>Amount within the period.</summary>
    public double Cou { get; internal set; }

    /// <summary>Noise: level within the period.</summary>
    public double Data { get; internal set; }

    /// <summary>Noise: level by day.</summary>
    public double DayData { get; internal set; }

    /// <summary>Noise: level by night.</summary>
    public double NightData { get; internal set; }

    /// <summary>The analyser's wall clock; <see langword="default"/> where absent.</summary>
    public DateTime SampleTime { get; internal set; }

    internal static FactorReading Empty => new()
    {
        Rtd = double.NaN,
        Min = double.NaN,
        Avg = double.NaN,
        Max = double.NaN,
        ZsRtd = double.NaN,
        ZsMin = double.NaN,
        ZsAvg = double.NaN,
        ZsMax = double.NaN,
        Cou = double.NaN,
        Data = double.NaN,
        DayData = double.NaN,
        NightData = double.NaN,
    };
}

/// <summary>
/// Gathers the fields of a telegram by factor, wherever they stand: devices put fields of their own between value and flag, or all values first and all
/// flags behind. <c>while (readings.MoveNext()) …</c>
/// </summary>
/// <remarks>
/// A factor that brings the same field twice has two readings; a field goes to the last of them that lacks it. Flag without a factor (as one field for all)
/// holds for every reading that has none of its own.
/// </remarks>
public ref struct FactorReadings
{
    private readonly Telegram _telegram;
    private readonly List<Gathered> _readings;
    private int _at = -1;

    internal FactorReadings(Telegram telegram)
    {
        _telegram = telegram;
        _readings = Gather(telegram);
    }

    /// <summary>The reading the enumerator stands on.</summary>
    public readonly FactorReading Current => _readings[_at].Reading;

    /// <summary>Factor code of <see cref="Current"/>, as written.</summary>
    public readonly ReadOnlySpan<byte> Code => _telegram.Name(_telegram.Fields[_readings[_at].First]);

    public readonly FactorReadings GetEnumerator() => this;

    public bool MoveNext() => ++_at < _readings.Count;

    /// <summary>Whether a field is one of a factor's reading.</summary>
    internal static bool IsOfFactor(FieldKind kind) => kind is >= FieldKind.SampleTime and <= FieldKind.NightData;

    private static List<Gathered> Gather(Telegram telegram)
    {
        var readings = new List<Gathered>();
        var common = '\0';
        for (var at = 0; at < telegram.Fields.Length; at++)
        {
            ref readonly var field = ref telegram.Fields[at];
            if (field.Kind == FieldKind.Plain && telegram.Name(field).SequenceEqual("Flag"u8))
                common = IsOfHeader(telegram, telegram.Value(field)) ? common : FlagOf(telegram.Value(field));
            if (!IsOfFactor(field.Kind))
                continue;
            var bit = 1u << (int)field.Kind;
            var owner = OwnerOf(telegram, readings, field, bit);
            if (owner < 0)
            {
                owner = readings.Count;
                readings.Add(new Gathered(at, 0, FactorReading.Empty));
            }

            var gathered = readings[owner];
            readings[owner] = gathered with { Seen = gathered.Seen | bit, Reading = With(gathered.Reading, field.Kind, telegram.Value(field)) };
        }

        const uint flag = 1u << (int)FieldKind.Flag;
        for (var at = 0; common != '\0' && at < readings.Count; at++)
        {
            if ((readings[at].Seen & flag) == 0)
                readings[at] = readings[at] with { Reading = With(readings[at].Reading, common) };
        }

        return readings;
    }

    /// <summary>The last reading of the field's factor that lacks it; −1 where there is none.</summary>
    private static int OwnerOf(Telegram telegram, List<Gathered> readings, in DataField field, uint bit)
    {
        var name = telegram.Name(field);
        for (var at = readings.Count - 1; at >= 0; at--)
        {
            if ((readings[at].Seen & bit) == 0 && telegram.Name(telegram.Fields[readings[at].First]).SequenceEqual(name))
                return at;
        }

        return -1;
    }

    /// <summary>Some devices write the header's Flag into the data area.</summary>
    private static bool IsOfHeader(Telegram telegram, ReadOnlySpan<byte> value) => Decimals.TryDigits(value, out var number) && telegram.Flag?.Value == number;

    private static char FlagOf(ReadOnlySpan<byte> value) => value.Length switch { 0 => '\0', 1 => (char)value[0], _ => FactorReading.UnknownFlag };

    private static FactorReading With(FactorReading reading, char flag)
    {
        reading.Flag = flag;
        return reading;
    }

    private static FactorReading With(FactorReading reading, FieldKind kind, ReadOnlySpan<byte> value)
    {
        switch (kind)
        {
            case FieldKind.Flag:
                reading.Flag = FlagOf(value);
                return reading;
            case FieldKind.EFlag:
                return reading;
            case FieldKind.SampleTime:
                if (Decimals.TryParseTime(value, out var time))
                    reading.SampleTime = time;
                return reading;
        }

        if (!Decimals.TryParse(value, out var number))
            number = double.NaN;
        switch (kind)
        {
            case FieldKind.Rtd: reading.Rtd = number; break;
            case FieldKind.Min: reading.Min = number; break;
            case FieldKind.Avg: reading.Avg = number; break;
            case FieldKind.Max: reading.Max = number; break;
            case FieldKind.ZsRtd: reading.ZsRtd = number; break;
            case FieldKind.ZsMin: reading.ZsMin = number; break;
            case FieldKind.ZsAvg: reading.ZsAvg = number; break;
            case FieldKind.ZsMax: reading.ZsMax = number; break;
            case FieldKind.Cou: reading.Cou = number; break;
            case FieldKind.Data: reading.Data = number; break;
            case FieldKind.DayData: reading.DayData = number; break;
            case FieldKind.NightData: reading.NightData = number; break;
        }

        return reading;
    }

    private readonly record struct Gathered(int First, uint Seen, FactorReading Reading);
}
