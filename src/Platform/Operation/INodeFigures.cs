namespace EcoPark.Platform.Operation;

/// <summary>One figure of a node, for the page 运行状态 and for <c>/metrics</c>.</summary>
/// <param name="Group">Heading: 数据库, 通信网关, 转发 …</param>
/// <param name="Label">What it is.</param>
/// <param name="Text">As people read it.</param>
/// <param name="Trouble">What is wrong and what to do; empty where all is well.</param>
public sealed record NodeFigure(string Group, string Label, string Text, string Trouble = "");

/// <summary>What a room tells of its state on this node. Cheap: asked every ten seconds; a failure is shown in place of the figures.</summary>
public interface INodeFigures
{
    /// <summary>Heading under which a failure is shown.</summary>
    string Group { get; }

    Task<IReadOnlyList<NodeFigure>> Read(CancellationToken cancellationToken);
}
