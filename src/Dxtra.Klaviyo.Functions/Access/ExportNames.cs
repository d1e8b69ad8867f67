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

    public static string Export(RequestWork work, string format) => $"{Root(work)}/export.{format}";

    /// <summary>What the browser calls the file.</summary>
    public static string Download(string requestId, string format) => $"klaviyo-access-{requestId}.{format}";

    private static string Root(RequestWork work) => $"{ControllerTag.Of(work.ControllerDid)}/{work.RequestId}";
}
