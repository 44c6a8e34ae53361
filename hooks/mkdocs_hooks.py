"""The file that mkdocs.yml names: the events of the plugin, for MkDocs to call."""

from casebook.mkdocs_adapter.plugin import CasebookPlugin

_plugin = CasebookPlugin()

on_startup = _plugin.on_startup
on_config = _plugin.on_config
on_pre_build = _plugin.on_pre_build
on_files = _plugin.on_files
on_nav = _plugin.on_nav
on_post_build = _plugin.on_post_build
on_serve = _plugin.on_serve
