namespace EcoPark.Standards.Ldar;

/// <summary>A kind of seal points, GB 37822-2019 8.1.</summary>
/// <param name="Code">One letter, as seal points are coded.</param>
/// <param name="Name">In the standard's words.</param>
public sealed record SealKind(string Code, string Name)
{
    public static readonly IReadOnlyList<SealKind> All =
    [
        new("P", "泵"), new("C", "压缩机"), new("A", "搅拌器（机）"), new("V", "阀门"), new("O", "开口阀或开口管线"), new("F", "法兰及其他连接件"), new("R", "泄压设备"), new("S", "取样连接系统"), new("Q", "其他密封设备"),
    ];

    public static readonly IReadOnlyList<string> Names = [.. All.Select(kind => kind.Name)];

    public static SealKind? Of(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
