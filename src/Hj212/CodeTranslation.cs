using System.Text;

namespace EcoPark.Hj212;

/// <summary>Data areas in the codes of another edition, for telegrams that are handed on: HJ/T 212-2005 wrote 011 what is w01018 since 2017.</summary>
public static class CodeTranslation
{
    /// <summary>The data area as text. Codes that the other edition does not know stay as they are; numbers and marks are never touched.</summary>
    /// <param name="telegram">As it came.</param>
    /// <param name="from">Edition its sender writes.</param>
    /// <param name="to">Edition of the receiver.</param>
    public static string DataArea(Telegram telegram, ProtocolVersion from, ProtocolVersion to)
    {
        if ((from == ProtocolVersion.V2005) == (to == ProtocolVersion.V2005))
            return telegram.Text(telegram.DataArea);

        var segment = telegram.Segment.Span;
        var at = telegram.DataAreaStart;
        var end = at + telegram.DataArea.Length;
        var written = new List<byte>(telegram.DataArea.Length * 2);
        foreach (ref readonly var field in telegram.Fields)
        {
            var (start, length) = CodeOf(telegram, field);
            if (length == 0)
                continue;
            written.AddRange(segment[at..start]);
            var code = Encoding.Latin1.GetString(segment.Slice(start, length));
            written.AddRange(Encoding.Latin1.GetBytes(to == ProtocolVersion.V2005 ? Legacy(code) : Factors.Canonical(code, telegram.SystemCode)));
            at = start + length;
        }

        written.AddRange(segment[at..end]);
        return telegram.Text([.. written]);
    }

    /// <summary>Where a field names a factor: before its hyphen, or as the value of PolId.</summary>
    private static (int Start, int Length) CodeOf(Telegram telegram, in DataField field)
    {
        if (field.Kind is not (FieldKind.Plain or FieldKind.Other))
            return (field.NameStart, field.NameLength);
        return field.Kind == FieldKind.Plain && telegram.Name(field).SequenceEqual("PolId"u8) ? (field.ValueStart, field.ValueLength) : default;
    }

    private static string Legacy(string code) => Factors.Find(code)?.LegacyCode ?? code;
}
