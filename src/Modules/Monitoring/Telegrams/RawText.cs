using System.Text;

namespace EcoPark.Modules.Monitoring.Telegrams;

/// <summary>Raw bytes for people: control characters made visible.</summary>
internal static class RawText
{
    public static string Of(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length + 8);
        foreach (var one in Encoding.UTF8.GetString(raw))
            text.Append(one switch { '\r' => '␍', '\n' => '␊', < ' ' => (char)('\u2400' + one), _ => one });
        return text.ToString();
    }

    public static string Short(ReadOnlySpan<byte> raw) => raw.Length <= 60 ? Of(raw) : Of(raw[..60]) + "…";
}
