using System.Globalization;
using System.Text;

namespace EcoPark.Hj212;

/// <summary>Puts right the times of a telegram whose device had a wrong clock: QN and DataTime. Whatever else it holds stays.</summary>
internal static class TelegramTimes
{
    public static Telegram? Moved(Telegram telegram, TimeSpan shift)
    {
        var segment = Encoding.Latin1.GetString(telegram.Segment.Span);
        // From the end, so that the places in front of it stay.
        foreach (ref readonly var field in telegram.Fields)
        {
            if (field.Kind != FieldKind.Plain || telegram.DataTime is not { } time || !telegram.Name(field).SequenceEqual("DataTime"u8))
                continue;
            if (!TryMove(time, shift, out var moved))
                return null;
            segment = Replace(segment, field.ValueStart, field.ValueLength, moved.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
            break;
        }

        if (telegram.Qn is { } qn)
        {
            if (!TryMove(qn, shift, out var moved))
                return null;
            segment = Replace(segment, telegram.QnStart, telegram.QnText.Length, moved.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture));
        }

        return TelegramParser.Join(Encoding.Latin1.GetBytes(segment), telegram.Deviations, telegram.WasEncrypted);
    }

    private static string Replace(string text, int start, int length, string by) => string.Concat(text.AsSpan(0, start), by, text.AsSpan(start + length));

    private static bool TryMove(DateTime time, TimeSpan shift, out DateTime moved)
    {
        var ticks = time.Ticks + shift.Ticks;
        var isTime = ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
        moved = isTime ? new DateTime(ticks) : default;
        return isTime;
    }
}
