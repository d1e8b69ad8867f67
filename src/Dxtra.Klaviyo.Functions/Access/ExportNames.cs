using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Names of blobs: the controller's tag first, then the request. No person in them.</summary>
internal static class ExportNames
{
    public static string Parts(RequestWork work) => $"{Root(work)}/parts/";

    /// <summary>A file of a part, by its name inside the request's folder of parts.</summary>
    public static string Part(RequestWork work, string file) => Parts(work) + file;

    /// <summary>The name of a part that is one file.</summary>
    public static string PartFile(int profile, string category) => $"{profile}/{category}.ndjson";

    /// <summary>Each format has a folder, for the file is named by its extension and two formats may share one.</summary>
    public static string Export(RequestWork work, string format, string extension) => $"{Root(work)}/{format}/export.{extension}";

    /// <summary>What the latest run read.</summary>
    public static string Record(RequestWork work) => $"{Root(work)}/record.json";

    /// <summary>Everything of a request.</summary>
    public static string All(RequestWork work) => $"{Root(work)}/";

    /// <summary>What the browser calls the file; a zip says which format is in it.</summary>
    public static string Download(string requestId, string format, int? supplement, string extension)
    {
        var name = $"klaviyo-access-{requestId}{(supplement is { } number ? $"-supplement-{number}" : "")}";
        return extension == $".{format}" ? name + extension : $"{name}-{format}{extension}";
    }

    /// <summary>A later look has a folder of its own inside the request's, and so have those that another run promised.</summary>
    private static string Root(RequestWork work) => $"{ControllerTag.Of(work.ControllerDid)}/{work.RequestId}" + (work.Look, work.Run) switch
    {
        (0, _) => "",
        (var days, 1) => $"/look{days}",
        var (days, run) => $"/look{days}-{run}",
    };
}
