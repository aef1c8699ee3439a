using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace EcoPark.Platform.Records;

/// <summary>What of a record the global search knows. Written in the transaction of the record's change.</summary>
public sealed class SearchEntry
{
    public long Id { get; set; }

    /// <summary>Name of the record type.</summary>
    public required string Type { get; set; }

    public int RecordId { get; set; }

    /// <summary>Whose it is; <see langword="null"/> for what is nobody's own.</summary>
    public int? EnterpriseId { get; set; }

    public string Title { get; set; } = "";

    /// <summary>See <see cref="SearchGrams"/>.</summary>
    public string Grams { get; set; } = "";

    internal static void Configure(ModelBuilder model, bool isPostgres) => model.Entity<SearchEntry>(entry =>
    {
        entry.HasIndex(one => new { one.Type, one.RecordId }).IsUnique();
        entry.Property(one => one.Type).HasMaxLength(50);
        entry.Property(one => one.Title).HasMaxLength(300);
        if (!isPostgres)
            return; // SQLite keeps the index in a table of its own: RecordSearch.Prepare.
#pragma warning disable CS0618 // Words are warned of, which PostgreSQL would split otherwise; these are written as it stores them, without quotes or spaces inside.
        entry.Property(one => one.Grams).HasColumnType("tsvector").HasConversion(grams => NpgsqlTsVector.Parse(SearchGrams.Vector(grams)), vector => vector.ToString());
#pragma warning restore CS0618
        entry.HasIndex(one => one.Grams).HasMethod("GIN");
    });
}
