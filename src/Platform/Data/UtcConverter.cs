using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EcoPark.Platform.Data;

/// <summary>All stored instants are UTC; SQLite forgets the kind, so it is put back on reading.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
