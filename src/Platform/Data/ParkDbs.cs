using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Data;

/// <summary>The park's records in SQLite; the type carries its migrations.</summary>
public sealed class SqliteParkDb(DbContextOptions<SqliteParkDb> options, IEnumerable<IModelPart> parts, SecretBox secrets) : ParkDb(options, parts, secrets);

/// <summary>The park's records in PostgreSQL; the type carries its migrations.</summary>
public sealed class PostgresParkDb(DbContextOptions<PostgresParkDb> options, IEnumerable<IModelPart> parts, SecretBox secrets) : ParkDb(options, parts, secrets);
