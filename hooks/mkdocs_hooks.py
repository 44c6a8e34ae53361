"""The events that MkDocs calls; all of them live in casebook.mkdocs_adapter."""

from casebook.mkdocs_adapter import (
    on_config,
    on_env,
    on_files,
    on_nav,
    on_post_build,
    on_pre_build,
    on_serve,
    on_startup,
)

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_post_build",
    "on_pre_build",
    "on_serve",
    "on_startup",
]
