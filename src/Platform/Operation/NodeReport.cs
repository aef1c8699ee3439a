using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Operation;

/// <summary>What a node last said of itself; one row a node.</summary>
public sealed class NodeReportRow
{
    public required string Node { get; set; }

    /// <summary>UTC, by the node's own clock.</summary>
    public DateTime At { get; set; }

    /// <summary><see cref="NodeReport"/> as JSON.</summary>
    public required string Content { get; set; }
}

/// <summary>A node, its jobs and its figures.</summary>
/// <param name="Node">Name.</param>
/// <param name="At">UTC, by the node's clock.</param>
/// <param name="StartedAt">UTC start of the process.</param>
/// <param name="Version">Of the program.</param>
/// <param name="MemoryMegabytes">Resident.</param>
public sealed record NodeReport(string Node, DateTime At, DateTime StartedAt, string Version, long MemoryMegabytes, IReadOnlyList<JobState> Jobs, IReadOnlyList<NodeFigure> Figures);

/// <summary>Table of the reports.</summary>
public sealed class NodeReportModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<NodeReportRow>(row =>
    {
        row.ToTable("NodeReport").HasKey(one => one.Node);
        row.Property(one => one.Node).HasMaxLength(100);
    });
}
