using System.Text;

namespace EcoPark.Hj212;

/// <summary>ST, HJ 212-2017 table 5 with the systems of HJ 212-2025.</summary>
public static class SystemCodes
{
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["21"] = "地表水质量监测",
        ["22"] = "空气质量监测",
        ["23"] = "声环境质量监测",
        ["24"] = "地下水质量监测",
        ["25"] = "土壤质量监测",
        ["26"] = "海水质量监测",
        ["27"] = "挥发性有机物监测",
        ["31"] = "大气环境污染源",
        ["32"] = "地表水体环境污染源",
        ["33"] = "地下水体环境污染源",
        ["34"] = "海洋环境污染源",
        ["35"] = "土壤环境污染源",
        ["36"] = "声环境污染源",
        ["37"] = "振动环境污染源",
        ["38"] = "放射性环境污染源",
        ["39"] = "工地扬尘污染源",
        ["41"] = "电磁环境污染源",
        ["44"] = "生产与治污设施用电监控",
        ["45"] = "关键工况监控",
        ["51"] = "烟气排放过程监控",
        ["52"] = "污水排放过程监控",
        ["91"] = "系统交互",
    };

    private static readonly string?[] Interned = new string?[100];

    static SystemCodes()
    {
        foreach (var code in Names.Keys)
            Interned[int.Parse(code, System.Globalization.CultureInfo.InvariantCulture)] = code;
    }

    /// <summary>The code as a string, without making one where it is known.</summary>
    internal static string Intern(ReadOnlySpan<byte> code) =>
        code.Length == 2 && Decimals.TryDigits(code, out var number) && Interned[number] is { } known ? known : Encoding.Latin1.GetString(code);
}
