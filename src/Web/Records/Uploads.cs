using EcoPark.Platform;
using EcoPark.Platform.Files;
using Microsoft.AspNetCore.Components.Forms;

namespace EcoPark.Web.Records;

/// <summary>Files that somebody chooses on a page.</summary>
public static class Uploads
{
    /// <summary>The whole file; too large a one is refused before it is read.</summary>
    public static async Task<Outcome<byte[]>> Read(IBrowserFile file)
    {
        if (file.Size > UploadCheck.Largest)
            return new Problem("file-size", $"文件有 {file.Size / 1024 / 1024} MB，超过 {UploadCheck.Largest / 1024 / 1024} MB，请压缩或拆分后再传。", "file");
        await using var stream = file.OpenReadStream(UploadCheck.Largest);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }
}
