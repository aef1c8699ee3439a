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

/// <summary>Gathers the fields of a telegram by factor: <c>while (readings.MoveNext()) …</c> without allocation.</summary>
public ref struct FactorReadings
{
    private readonly Telegram _telegram;
    private readonly ReadOnlySpan<DataField> _fields;
    private FactorReading _current;
    private int _first;
    private int _next;

    internal FactorReadings(Telegram telegram)
    {
        _telegram = telegram;
        _fields = telegram.Fields;
    }

    /// <summary>The reading the enumerator stands on.</summary>
    public readonly FactorReading Current => _current;

    /// <summary>Factor code of <see cref="Current"/>, as written.</summary>
    public readonly ReadOnlySpan<byte> Code => _telegram.Name(_fields[_first]);

    public readonly FactorReadings GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < _fields.Length && !IsOfFactor(_fields[_next].Kind))
            _next++;
        if (_next >= _fields.Length)
            return false;

        _first = _next;
        _current = FactorReading.Empty;
        var seen = 0u;
        for (; _next < _fields.Length; _next++)
        {
            ref readonly var field = ref _fields[_next];
            var bit = 1u << (int)field.Kind;
            // Another factor begins, or the same one again (two samples in one telegram).
            if (!IsOfFactor(field.Kind) || (seen & bit) != 0 || (_next != _first && !_telegram.Name(field).SequenceEqual(Code)))
                break;
            seen |= bit;
            Take(field);
        }

        return true;
    }

    private static bool IsOfFactor(FieldKind kind) => kind is >= FieldKind.SampleTime and <= FieldKind.NightData;

    private void Take(in DataField field)
    {
        var value = _telegram.Value(field);
        switch (field.Kind)
        {
            case FieldKind.Flag:
                _current.Flag = value.Length switch { 0 => '\0', 1 => (char)value[0], _ => FactorReading.UnknownFlag };
                return;
            case FieldKind.EFlag:
                return;
            case FieldKind.SampleTime:
                if (Decimals.TryParseTime(value, out var time))
                    _current.SampleTime = time;
                return;
        }

        if (!Decimals.TryParse(value, out var number))
            number = double.NaN;
        switch (field.Kind)
        {
            case FieldKind.Rtd: _current.Rtd = number; break;
            case FieldKind.Min: _current.Min = number; break;
            case FieldKind.Avg: _current.Avg = number; break;
            case FieldKind.Max: _current.Max = number; break;
            case FieldKind.ZsRtd: _current.ZsRtd = number; break;
            case FieldKind.ZsMin: _current.ZsMin = number; break;
            case FieldKind.ZsAvg: _current.ZsAvg = number; break;
            case FieldKind.ZsMax: _current.ZsMax = number; break;
            case FieldKind.Cou: _current.Cou = number; break;
            case FieldKind.Data: _current.Data = number; break;
            case FieldKind.DayData: _current.DayData = number; break;
            case FieldKind.NightData: _current.NightData = number; break;
        }
    }
}
