using System.Net;
using System.Net.Sockets;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Telemetry.Log;
using Npgsql;
using Orleans.Configuration;

namespace EcoPark.Server.Cluster;

/// <summary>Settings <c>EcoPark:Cluster</c>.</summary>
public sealed class ClusterSettings
{
    public const string Section = "EcoPark:Cluster";

    /// <summary>Name of this node, stable over restarts; by default machine and gateway port.</summary>
    public string? Node { get; set; }

    /// <summary>Port other nodes reach this one at; 0 takes a free one.</summary>
    public int SiloPort { get; set; }

    /// <summary>Address other nodes reach this one at.</summary>
    public string Address { get; set; } = IPAddress.Loopback.ToString();

    /// <summary>PFX by which this node shows itself to the others, and they to it. All nodes may have the same; then nothing else is trusted.</summary>
    public string? CertificateFile { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>PEM of the authority that issued the nodes' certificates, where each has one of its own.</summary>
    public string? AuthorityFile { get; set; }

    /// <summary>Why a node must not be started like this, Chinese: whoever reaches the port of an open link may do all that the platform does.</summary>
    public string? Problem()
    {
        if (!IPAddress.TryParse(Address, out var address))
            return $"EcoPark:Cluster:Address（{Address}）应为 IP 地址，平台没有启动。";
        if (CertificateFile is null)
            return IPAddress.IsLoopback(address) ? null
                : $"集群地址 {Address} 不是本机地址，节点之间须以证书双向认证：请设置 EcoPark:Cluster:CertificateFile（PFX，各节点可用同一张）。平台没有启动。";
        return File.Exists(CertificateFile) && (AuthorityFile is null || File.Exists(AuthorityFile)) ? null : "EcoPark:Cluster:CertificateFile 或 AuthorityFile 所指的文件不存在，平台没有启动。";
    }
}

/// <summary>One process is a silo of its own; with PostgreSQL all processes on one database form a cluster.</summary>
internal static class ClusterRegistration
{
    public static void AddCluster(this IHostApplicationBuilder builder, DatabaseOptions database, ClusterSettings settings, NodeOptions node)
    {
        var address = IPAddress.Parse(settings.Address);
        var port = settings.SiloPort == 0 ? FreePort(address) : settings.SiloPort;
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("ecopark", "ecopark"));
            silo.Configure<SiloOptions>(options => options.SiloName = node.Name);
            if (settings.CertificateFile is not null)
                silo.UseMutualTls(NodeCertificates.Open(settings));
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromHours(2));
            if (database.Provider != DatabaseProvider.Postgres)
            {
                silo.UseLocalhostClustering(port, gatewayPort: 0, primarySiloEndpoint: new IPEndPoint(address, port), serviceId: "ecopark", clusterId: "ecopark");
                return;
            }

            silo.ConfigureEndpoints(address, port, gatewayPort: 0);
            // A device is quiet for ten seconds at most while its twin moves, so a dead node has to be noticed within that time.
            silo.Configure<ClusterMembershipOptions>(options =>
            {
                options.ProbeTimeout = TimeSpan.FromSeconds(2);
                options.NumMissedProbesLimit = 3;
                options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
                options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
                options.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
            });
            silo.Services.AddSingleton<IMembershipTable>(services => new PostgresMembershipTable(services.GetRequiredService<NpgsqlDataSource>(), node));
        });
    }

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
