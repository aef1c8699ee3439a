namespace EcoPark.Hj212;

/// <summary>Names of the field kinds.</summary>
internal static class FieldKinds
{
    public static FieldKind Identify(ReadOnlySpan<byte> suffix, ref Deviation deviations)
    {
        var kind = Exact(suffix);
        if (kind != FieldKind.Other || suffix.Length > 16)
            return kind;

        // "Names are case-sensitive" (6.3.3.2.1), but -flag and -AVG are met.
        foreach (var (name, known) in Known)
        {
            if (!System.Text.Ascii.EqualsIgnoreCase(suffix, name))
                continue;
            deviations |= Deviation.LooseFields;
            return known;
        }

        return FieldKind.Other;
    }

    private static FieldKind Exact(ReadOnlySpan<byte> suffix)
    {
        if (suffix.SequenceEqual("Rtd"u8))
            return FieldKind.Rtd;
        if (suffix.SequenceEqual("Flag"u8))
            return FieldKind.Flag;
        if (suffix.SequenceEqual("Avg"u8))
            return FieldKind.Avg;
        if (suffix.SequenceEqual("Min"u8))
            return FieldKind.Min;
        if (suffix.SequenceEqual("Max"u8))
            return FieldKind.Max;
        if (suffix.SequenceEqual("Cou"u8))
            return FieldKind.Cou;
        foreach (var (name, kind) in Known)
        {
            if (suffix.SequenceEqual(name))
                return kind;
        }

        return FieldKind.Other;
    }

    private static readonly (byte[] Name, FieldKind Kind)[] Known =
    [
        ("Rtd"u8.ToArray(), FieldKind.Rtd), ("Flag"u8.ToArray(), FieldKind.Flag), ("Avg"u8.ToArray(), FieldKind.Avg),
        ("Min"u8.ToArray(), FieldKind.Min), ("Max"u8.ToArray(), FieldKind.Max), ("Cou"u8.ToArray(), FieldKind.Cou),
        ("ZsRtd"u8.ToArray(), FieldKind.ZsRtd), ("ZsMin"u8.ToArray(), FieldKind.ZsMin), ("ZsAvg"u8.ToArray(), FieldKind.ZsAvg),
        ("ZsMax"u8.ToArray(), FieldKind.ZsMax), ("EFlag"u8.ToArray(), FieldKind.EFlag), ("SampleTime"u8.ToArray(), FieldKind.SampleTime),
        ("Data"u8.ToArray(), FieldKind.Data), ("DayData"u8.ToArray(), FieldKind.DayData), ("NightData"u8.ToArray(), FieldKind.NightData),
        ("RS"u8.ToArray(), FieldKind.RunState), ("RT"u8.ToArray(), FieldKind.RunTime), ("Info"u8.ToArray(), FieldKind.Info),
        ("SN"u8.ToArray(), FieldKind.SerialNumber), ("SampleRd"u8.ToArray(), FieldKind.SampleReading),
        ("StandardValue"u8.ToArray(), FieldKind.StandardValue), ("ResultType"u8.ToArray(), FieldKind.ResultType),
        ("RetentionTime"u8.ToArray(), FieldKind.RetentionTime), ("PeakArea"u8.ToArray(), FieldKind.PeakArea), ("PeakHeight"u8.ToArray(), FieldKind.PeakHeight),
    ];
}
