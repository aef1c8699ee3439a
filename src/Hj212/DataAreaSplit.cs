using System.Text;

namespace EcoPark.Hj212;

/// <summary>Cuts a data area that is too long for one frame, HJ 212-2017 C.49 and C.50: each part carries DataTime and whole items.</summary>
public static class DataAreaSplit
{
    /// <summary>The parts; the area itself where it fits. A single item beyond the limit stays whole.</summary>
    /// <param name="dataArea">What stands between CP=&amp;&amp; and &amp;&amp;.</param>
    /// <param name="most">Bytes of a part.</param>
    public static IReadOnlyList<string> Parts(string dataArea, int most = TelegramWriter.MaxDataArea)
    {
        if (Encoding.UTF8.GetByteCount(dataArea) <= most)
            return [dataArea];

        var items = Items(dataArea);
        var head = items[0].StartsWith("DataTime=", StringComparison.Ordinal) ? items[0] + ";" : "";
        var parts = new List<string>();
        var part = new StringBuilder(head);
        foreach (var item in items.Skip(head.Length > 0 ? 1 : 0))
        {
            if (part.Length > head.Length && Encoding.UTF8.GetByteCount(part.ToString()) + Encoding.UTF8.GetByteCount(item) > most)
            {
                parts.Add(part.ToString(0, part.Length - 1));
                part.Clear().Append(head);
            }

            part.Append(item).Append(';');
        }

        parts.Add(part.ToString(0, part.Length - 1));
        return parts;
    }

    /// <summary>Items between semicolons; a log text between // may hold any of them (C.40).</summary>
    internal static List<string> Items(string dataArea)
    {
        var items = new List<string>();
        var start = 0;
        var isText = false;
        for (var at = 0; at < dataArea.Length; at++)
        {
            if (dataArea[at] == '/' && at + 1 < dataArea.Length && dataArea[at + 1] == '/')
            {
                isText = !isText;
                at++;
            }
            else if (dataArea[at] == ';' && !isText)
            {
                items.Add(dataArea[start..at]);
                start = at + 1;
            }
        }

        items.Add(dataArea[start..]);
        return items;
    }
}
